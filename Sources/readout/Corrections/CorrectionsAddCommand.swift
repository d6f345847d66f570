import Archive
import ArgumentParser
import FoundationEssentials
import Record

/// `readout corrections add`.
struct CorrectionsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Correct a part of an article's record.",
    discussion: """
      ARTICLE is its number in the archive, its reference, its address, or the beginning of its document's sha256. Parts are called as in \
      the record: s1, v2, positions[0], commitments[0], agenda[0].

      EXAMPLES
        readout corrections add 17 --accept s3
        readout corrections add 17 --reject v2 --why "a rumour, later denied"
        readout corrections add 17 --edit s3 --set act=pledge --set 'speaker={"entity":"e4","span":[12,20]}'
        readout corrections add 17 --add event --set type=CONSULT --set 'trigger=[[80,83]]' \\
            --set 'actors=[{"entity":"e1","span":[70,79]}]'
      """)

  @Argument(help: "The article.")
  var article: String

  @Option(help: ArgumentHelp("The part is right as it is.", valueName: "part"))
  var accept: String?
  @Option(help: ArgumentHelp("The part is wrong, and shall not come back.", valueName: "part"))
  var reject: String?
  @Option(help: ArgumentHelp("The part shall be as --set says.", valueName: "part"))
  var edit: String?
  @Option(
    help: ArgumentHelp("What was overlooked: statement, event, position, commitment or agenda.", valueName: "kind"))
  var add: Correction.Kind?

  @Option(
    help: ArgumentHelp(
      "A field of the record format and its value, as JSON or a plain word; null takes it away.",
      valueName: "field=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("Who says so. (default: the user's name)", valueName: "name"))
  var who: String?
  @Option(help: ArgumentHelp("For what reason.", valueName: "text"))
  var why: String?

  @OptionGroup var location: ArchiveLocation

  func validate() throws {
    guard [accept, reject, edit, add?.rawValue].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("Name one of --accept, --reject, --edit and --add.")
    }
    guard set.isEmpty == (edit == nil && add == nil) else {
      throw ValidationError(set.isEmpty ? "--edit and --add want --set." : "--set goes with --edit or --add.")
    }
    if let wrong = set.first(where: { !$0.contains("=") }) {
      throw ValidationError("--set wants field=value, not “\(wrong)”.")
    }
    for part in [accept, reject, edit] {
      if let part, EffectiveReadout.Item(part) == nil {
        throw ValidationError("“\(part)” is no part; they are called s1, v2, positions[0], commitments[0], agenda[0].")
      }
    }
  }

  func run() throws {
    do throws(ArchiveError) {
      let archive = try Archive(path: location.path, creates: false)
      let article = try archive.article(called: article)
      let who = who ?? ProcessInfo.processInfo.environment["USER"] ?? "unknown"
      let correction: Correction
      if let add {
        correction = try archive.addPart(add, fields, to: article, who: who, why: why)
      } else {
        let action: Correction.Action = accept != nil ? .accept : reject != nil ? .reject : .edit
        // Each was read by validate().
        guard let item = (accept ?? reject ?? edit).flatMap(EffectiveReadout.Item.init) else { return }
        correction = try archive.correct(item, of: article, action, fields: fields, who: who, why: why)
      }
      print(
        "correction \(correction.id): \(correction.action.rawValue) \(correction.anchor.kind.rawValue) of article \(article)"
      )
    } catch { throw Failure(error).report() }
  }

  /// What `--set` says, as an object. What is no JSON is a word.
  private var fields: JSONValue {
    var fields: [String: JSONValue] = [:]
    for field in set {
      guard let equals = field.firstIndex(of: "=") else { continue }
      let value = String(field[field.index(after: equals)...])
      fields[String(field[..<equals])] = (try? JSONValue(value.utf8)) ?? .string(value)
    }
    return .object(fields)
  }
}

extension Correction.Kind: ExpressibleByArgument {}
