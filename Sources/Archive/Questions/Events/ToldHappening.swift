import Comparison
import Record

/// Accounts of one event, with those that stand for others.
struct ToldHappening {
  /// All accounts, those that announced it too.
  let all: [HappeningMember]
  /// Those that tell what the best of them tells: what was announced is no account of what happened.
  private let members: [HappeningMember]
  private let linked: LinkedEvent
  private let best: Int
  private let sides: [(side: LinkedEvent.Side, cited: Int)]
  private let disagreements: [(disagreement: LinkedEvent.Disagreement, cited: [Int])]

  init(_ all: [HappeningMember], asked: Set<Int64>) {
    let matching = all.filter { asked.contains($0.row) }
    let isAhead = (matching.isEmpty ? all : matching).allSatisfy(\.isAhead)
    let members = isAhead ? all : all.filter { !$0.isAhead }
    self.all = all
    self.members = members
    linked = LinkedEvent(members.map(\.account))
    func surest(_ indices: [Int]) -> Int { indices.min { members[$0].rank < members[$1].rank } ?? 0 }
    let wanted = members.indices.filter { asked.contains(members[$0].row) }
    best = surest(wanted.isEmpty ? Array(members.indices) : wanted)
    let sides = linked.sides
    self.sides = sides.contains { $0.voice != nil } ? sides.map { ($0, surest($0.accounts)) } : []
    disagreements = linked.disagreements.map { ($0, $0.versions.map { surest($0.accounts) }) }
  }

  /// The events whose words are cited.
  var cited: Set<Int64> {
    Set(([best] + sides.map(\.cited) + disagreements.flatMap(\.cited)).map { members[$0].row })
  }

  func happening(
    _ id: Int64, _ reports: [Int64: EventReport], _ voices: [String: ActorReference], withAccounts: Bool
  ) -> Happening? {
    guard let report = reports[members[best].row] else { return nil }
    func articles(_ accounts: [Int]) -> Int { Set(accounts.map { members[$0].account.article }).count }
    var happening = Happening(id: id, best: report)
    happening.articles = articles(Array(members.indices))
    happening.origins = Set(members.map(\.origin)).count
    happening.sides = sides.compactMap { side, cited in
      reports[members[cited].row].map {
        Happening.Side(
          voice: side.voice.flatMap { voices[$0] }, articles: articles(side.accounts), citation: $0.citation)
      }
    }
    happening.disagreements = disagreements.map { disagreement, cited in
      let (aspect, of) = Self.aspect(disagreement.aspect)
      return Happening.Disagreement(
        aspect: aspect, of: of,
        versions: zip(disagreement.versions, cited).compactMap { version, cited in
          reports[members[cited].row].map {
            Happening.Version(
              value: Self.value(version, of: disagreement.aspect, in: $0), articles: articles(version.accounts),
              citation: $0.citation)
          }
        })
    }
    if withAccounts {
      let accounts = LinkedEvent(all.map(\.account)).sides.flatMap { side in
        side.accounts.compactMap { index in
          reports[all[index].row].map {
            Happening.Account(voice: side.voice.flatMap { voices[$0] }, report: $0)
          }
        }
      }
      happening.accounts = CopyFold.folded(accounts, counting: \.report.articles) { [$0.report.citation.words] }
    }
    return happening
  }

  private static func aspect(_ aspect: LinkedEvent.Disagreement.Aspect) -> (Happening.Aspect, of: String?) {
    switch aspect {
    case .day: (.day, nil)
    case .place: (.place, nil)
    case .people(let state): (.people, state)
    case .figure(let unit): (.figure, unit)
    case .status: (.status, nil)
    }
  }

  /// A version in words that can be read: names as the article has them.
  private static func value(
    _ version: LinkedEvent.Disagreement.Version, of aspect: LinkedEvent.Disagreement.Aspect, in report: EventReport
  ) -> String {
    let values = version.values.joined(separator: ", ")
    switch aspect {
    case .day: return values
    case .place: return report.place ?? values
    case .people:
      let names = report.parties.filter { $0.key.map(version.values.contains) ?? false }.map(\.name)
      return names.isEmpty ? values : names.uniqued(by: \.self).joined(separator: ", ")
    case .figure(let unit): return "\(values) \(unit)"
    case .status: return version.values == [EventStatus.actual.rawValue] ? "it did" : "it did not"
    }
  }
}

extension Happening.Account: Cited {
  var citation: Citation { report.citation }
}
