import Archive
import Glibc
import Record

/// How long an archive takes to answer, question by question, of states, people and words much in the news and little.
struct QuestionBenchmark {
  private let archive: Archive
  private let today: CalendarDay

  private static let runs = 7

  init(_ archive: Archive) throws {
    self.archive = archive
    today =
      try archive.answer(StatementQuestion()).statements.first?.day.flatMap { CalendarDay($0) }
      ?? CalendarDay(number: 0)
  }

  /// Prints the median and the longest time of each kind of question, in milliseconds.
  func run() throws {
    let pairs = try pairs()
    let people = try people()
    let year = Period(first: today + -365, last: today)
    print("question                            median      longest     answers   (ms, \(Self.runs) runs each)")
    try time("statements --by PERSON", people) { key in
      var question = StatementQuestion()
      question.speaker = .actors([key])
      return try archive.answer(question).statements.count
    }
    try time("statements --by STATE --to STATE", pairs) { pair in
      var question = StatementQuestion()
      question.speaker = .state(pair.a)
      question.addressee = .state(pair.b)
      return try archive.answer(question).statements.count
    }
    try time("statements --about STATE", pairs) { pair in
      var question = StatementQuestion()
      question.topic = .party(.state(pair.b))
      return try archive.answer(question).statements.count
    }
    try time("statements --about ISSUE", ["sanctions", "talks", "dam", "abductions"]) { issue in
      var question = StatementQuestion()
      question.topic = .issue(.keyword(issue))
      return try archive.answer(question).statements.count
    }
    try time("statements WORDS", ["normaliz*", "peace", "\"peace talks\"", "said OR told", "the"]) { words in
      var question = StatementQuestion()
      question.words = words
      return try archive.answer(question).statements.count
    }
    try time("statements, all of them at once", pairs) { pair in
      var question = StatementQuestion()
      question.speaker = .state(pair.a)
      question.topic = .issue(.keyword("talks"))
      question.acts = [.state, .pledge, .demand, .urge, .want]
      question.words = "talk*"
      question.period = year
      return try archive.answer(question).statements.count
    }
    try time("events --between --type CONSULT", pairs) { pair in
      var question = EventQuestion()
      question.types = [.consult]
      question.parties = [.state(pair.a), .state(pair.b)]
      return try archive.answer(question).happenings.count
    }
    try time("events --by STATE --to STATE", pairs) { pair in
      var question = EventQuestion()
      question.actor = .state(pair.a)
      question.recipient = .state(pair.b)
      return try archive.answer(question).happenings.count
    }
    try time("events --of STATE --type AID", pairs) { pair in
      var question = EventQuestion()
      question.types = [.aid]
      question.parties = [.state(pair.a)]
      return try archive.answer(question).happenings.count
    }
    try time("events --of PERSON", people) { key in
      var question = EventQuestion()
      question.parties = [.actors([key])]
      return try archive.answer(question).happenings.count
    }
    try time("people", people) { try archive.answer(PersonQuestion(keys: [$0])).said.count }
    try time("places", [Period.always, year]) { period in
      var question = PlaceQuestion()
      question.period = period
      return try archive.answer(question).places.count
    }
    try time("positions --of STATE --on ISSUE", pairs) { pair in
      var question = PositionQuestion()
      question.holders = [.state(pair.a)]
      question.issue = .keyword("talks")
      question.period = year
      return try archive.answer(question).sides.count
    }
    try time("positions --of --against --on ISSUE", pairs) { pair in
      var question = PositionQuestion()
      question.holders = [.state(pair.a), .state(pair.b)]
      question.issue = .keyword("sanctions")
      return try archive.answer(question).sides.count
    }
    try time("commitments --by STATE --open", pairs) { pair in
      var question = CommitmentQuestion(today: today)
      question.by = .state(pair.a)
      question.onlyOpen = true
      return try archive.answer(question).commitments.count
    }
    try time("agenda --from", [today + -30, today + -365]) { day in
      try archive.answer(AgendaQuestion(from: day, today: today)).plans.count
    }
    try time("agenda --from --of PAIR", pairs) { pair in
      var question = AgendaQuestion(from: today + -365, today: today)
      question.parties = [.state(pair.a), .state(pair.b)]
      return try archive.answer(question).plans.count
    }
    try time("timeline --between", pairs) { pair in
      var question = TimelineQuestion()
      question.parties = [.state(pair.a), .state(pair.b)]
      return try archive.answer(question).entries.count
    }
    try time("network", [Period.always, year]) { period in
      var question = NetworkQuestion()
      question.period = period
      return try archive.answer(question).links.count
    }
    try time("network --of STATE --by month", pairs) { pair in
      var question = NetworkQuestion()
      question.state = pair.a
      question.interval = .month
      return try archive.answer(question).links.count
    }
    try time("brief PAIR --since a year ago", pairs) { pair in
      let period = Period(first: today + -365, last: today)
      return try archive.answer(
        BriefQuestion(
          .pair(.state(pair.a), .state(pair.b)), name: "\(pair.a)-\(pair.b)", period: period, today: today)
      ).sources.count
    }
  }

  private typealias Pair = (a: String, b: String)

  /// The pairs of most events, one in the middle and one of few.
  private func pairs() throws -> [Pair] {
    var question = NetworkQuestion()
    question.limit = 10_000
    let links = try archive.answer(question).links
    precondition(links.count > 4, "the archive has too few pairs of states to ask for")
    return [0, 1, 2, links.count / 4, links.count / 2].map { (links[$0].a, links[$0].b) }
  }

  /// Who spoke last, once each.
  private func people() throws -> [String] {
    var keys: [String] = []
    for statement in try archive.answer(StatementQuestion()).statements {
      if let key = statement.speaker?.key, key.hasPrefix("person:"), !keys.contains(key) { keys.append(key) }
    }
    return Array(keys.prefix(5))
  }

  private func time<Value>(_ name: String, _ values: [Value], _ ask: (Value) throws -> Int) throws {
    var times: [Double] = []
    var answers = 0
    for _ in 0..<Self.runs {
      for value in values {
        let clock = ContinuousClock()
        let time = try clock.measure { answers += try ask(value) }
        times.append(Double(time.components.attoseconds) * 1e-15 + Double(time.components.seconds) * 1000)
      }
    }
    times.sort()
    print(
      Self.padded(name, 36) + Self.padded(Self.tenths(times[times.count / 2]), 12)
        + Self.padded(Self.tenths(times[times.count - 1]), 12) + String(answers / Self.runs)
    )
    fflush(nil)
  }

  private static func tenths(_ value: Double) -> String { String((value * 10).rounded() / 10) }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
