import FoundationEssentials
internal import Record

extension DataCheck {
  /// One term of an office, with the post that only one can hold at a time.
  private struct Tenure {
    let term: Term
    let name: String
    /// What one person holds at a time.
    let post: String
    /// Whether somebody only stands in, beside the one who is suspended, ill or away.
    let standsIn: Bool
  }

  /// - Parameter owners: The codes of the states and organizations.
  mutating func checkOffices(owners: Set<String>) {
    let shared = sharedOffices(owners: owners)
    let path = "\(folder)/offices"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      report(file: path, "cannot be listed; is the data folder complete?")
      return
    }
    let tables = files.filter { $0.hasSuffix(".tsv") }.sorted()
    var number = 0
    for file in tables {
      let code = String(file.dropLast(4))
      if !owners.contains(code) {
        report(
          file: "\(path)/\(file)",
          "\(code) is neither a state of states.tsv nor a body of organizations.tsv; name the file after one")
      }
      var posts: [String: [Tenure]] = [:]
      for row in table("offices/\(file)", columns: 9) {
        number += 1
        checkBasis(row, column: 8)
        guard let term = attempt({ () throws(KnowledgeError) in try Term(row: row, code: code, isOfState: true) })
        else {
          continue
        }
        let (title, name, family) = (row.value(1) ?? "", row.value(2) ?? "", row.value(3) ?? "")
        if !name.contains(family) { report(row, "\"\(family)\" (family) is no part of \"\(name)\"") }
        for post in Self.posts(of: term, title: title) {
          let tenure = Tenure(
            term: term, name: name, post: post,
            standsIn: ["Acting ", "Interim ", "Caretaker "].contains { title.hasPrefix($0) })
          posts[post, default: []].append(tenure)
        }
      }
      for post in posts.keys.sorted() { check(posts[post] ?? [], shared: shared["\(code) \(post)"] ?? []) }
    }
    count("files of offices", tables.count)
    count("terms of office", number)
  }

  /// Services and bodies can have several heads, told apart by their titles; a state has one holder of each other office.
  private static func posts(of term: Term, title: String) -> [String] {
    term.offices.map { office in
      switch office {
      case .intelligenceChief, .official:
        let service = ["Acting ", "Interim "].reduce(title) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
        return "\(office == .official ? "head" : office.rawValue) \(service)"
      default: return office.rawValue
      }
    }
  }

  private mutating func check(_ tenures: [Tenure], shared: [ClosedRange<Int>]) {
    for (index, one) in tenures.enumerated() {
      if let above = tenures[..<index].last(where: { $0.term.offices == one.term.offices }),
        above.term.from.latest > one.term.from.latest, above.term.from.earliest > one.term.from.earliest
      {
        report(one.term.row, "begins (\(one.term.from)) before the \(one.post) above it does; order the rows by date")
      }
      for other in tenures[..<index] {
        guard let overlap = Self.overlap(one.term, other.term), !shared.contains(where: { $0.contains(overlap) }) else {
          continue
        }
        if one.name == other.name {
          report(one.term.row, "\(one.name) holds the office by line \(other.term.row.line) already; join the two rows")
        } else if !one.standsIn, !other.standsIn {
          report(
            one.term.row,
            "\(one.name) and \(other.name) (line \(other.term.row.line)) both hold the \(one.post); correct the dates, or "
              + "tell in shared-offices.tsv that it was shared")
        }
      }
    }
  }

  /// The day, as the number `YYYYMMDD`, from which both terms last for more than a handover's days for certain.
  private static func overlap(_ one: Term, _ other: Term) -> Int? {
    let begin = max(one.from.latest, other.from.latest)
    let end = min(one.to?.earliest ?? .max, other.to?.earliest ?? .max)
    guard end > begin else { return nil }
    return end == .max || PartialDate.ordinal(end) - PartialDate.ordinal(begin) > handover ? begin : nil
  }

  /// How many days two holders may share: the old one's last and the new one's first are counted differently.
  private static let handover = 2

  /// The times, as days `YYYYMMDD`, in which an office had several holders, by code and post.
  private mutating func sharedOffices(owners: Set<String>) -> [String: [ClosedRange<Int>]] {
    var shared: [String: [ClosedRange<Int>]] = [:]
    let rows = table("shared-offices.tsv", columns: 7)
    for row in rows {
      checkBasis(row, column: 6)
      _ = attempt { () throws(KnowledgeError) in
        let (code, office) = (try row.required(0, "code"), try row.required(1, "office"))
        guard owners.contains(code) else {
          throw row.error("\(code) is neither a state of states.tsv nor a body of organizations.tsv")
        }
        guard ["collective", "rivals", "states"].contains(try row.required(4, "kind")) else {
          throw row.error("column 5 (kind) has to be collective, rivals or states")
        }
        let from = try row.date(2, "from")?.earliest ?? 0
        let to = try row.date(3, "to")?.latest ?? .max
        guard from <= to else { throw row.error("ends before it begins; correct one of the dates") }
        shared["\(code) \(office)", default: []].append(from...to)
      }
    }
    count("offices held by several", rows.count)
    return shared
  }
}
