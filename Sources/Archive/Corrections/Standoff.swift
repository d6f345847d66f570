import Record

/// The statements of a record as brat standoff in the manner of PolNeAR: text-bound `Source`, `Cue` and `Content`, and an event
/// `Attribution` that joins them. This is what the tagger is trained on.
///
/// Offsets count Unicode scalars, as brat does.
public struct Standoff: Sendable {
  /// The annotation file.
  public private(set) var text = ""
  /// What brat wants to read in `annotation.conf` beside the texts.
  public static let configuration = """
    [entities]
    Source
    Cue
    Content
    [relations]
    [events]
    Attribution\tSource?:Source, Cue?:Cue, Content:Content
    [attributes]

    """
  private let words: SpanText
  private var spans = 0
  private var events = 0

  public init(_ readout: Readout) {
    words = SpanText(readout.document.text)
    for statement in readout.statements where !statement.content.isEmpty { write(statement) }
  }

  private mutating func write(_ statement: Readout.Statement) {
    let source = statement.speaker?.span.map { bind("Source", [$0]) }
    let cue = statement.cue.spans.isEmpty ? nil : bind("Cue", statement.cue.spans)
    let content = bind("Content", statement.content)
    // The trigger of the event: the cue's words, or the content's where nothing attributes but quotation marks.
    let trigger = bind("Attribution", statement.cue.spans.isEmpty ? statement.content : statement.cue.spans)
    events += 1
    let arguments =
      ["Attribution:\(trigger)", "Content:\(content)"] + (cue.map { ["Cue:\($0)"] } ?? [])
      + (source.map { ["Source:\($0)"] } ?? [])
    text += "E\(events)\t\(arguments.joined(separator: " "))\n"
  }

  /// Writes a text-bound annotation, and gives its id. No fragment runs over a line's end: brat wants it so.
  private mutating func bind(_ type: String, _ stretch: [Span]) -> String {
    spans += 1
    let fragments = stretch.sorted().flatMap { Self.lines(of: $0, words) }
    let offsets = fragments.map { "\($0.start) \($0.end)" }.joined(separator: ";")
    text += "T\(spans)\t\(type) \(offsets)\t\(fragments.map { words[$0] }.joined(separator: " "))\n"
    return "T\(spans)"
  }

  private static func lines(of span: Span, _ words: SpanText) -> [Span] {
    var fragments: [Span] = []
    var start = span.start
    var at = span.start
    for scalar in words[span].unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if at > start { fragments.append(Span(start: start, end: at)) }
        start = at + 1
      }
      at += 1
    }
    if at > start { fragments.append(Span(start: start, end: at)) }
    return fragments.isEmpty ? [span] : fragments
  }
}
