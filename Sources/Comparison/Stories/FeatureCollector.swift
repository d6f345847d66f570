import Record

#if canImport(Glibc)
  internal import Glibc
#endif

/// Gathers the features of one article with their weights, in one pass over its words and its record.
struct FeatureCollector {
  private(set) var weights: [StoryFeature: Double] = [:]
  private let readout: Readout
  private let words: WordList

  /// How much more the first word counts than the last, and after how many words that has fallen to 1/e.
  private static let leadBoost = 3.0
  private static let leadWords = 60.0
  private static let recordWeight = 3.0
  private static let eventWeight = 2.0

  init(_ readout: Readout, _ words: WordList) {
    self.readout = readout
    self.words = words
  }

  mutating func collect() {
    collectWords()
    collectDays()
    collectEvents()
  }

  private mutating func add(_ kind: StoryFeature.Kind, _ hash: UInt64, _ weight: Double) {
    weights[StoryFeature(kind, hash), default: 0] += weight
  }

  /// The weight of a mention that comes after so many words.
  private static func emphasis(at word: Int) -> Double {
    1 + leadBoost * exp(-Double(word) / leadWords)
  }

  private mutating func collectWords() {
    let residue = SpanSet(readout.document.furniture)
    let times = SpanSet(readout.times.map(\.span))
    let names = SpanSet(readout.entities.flatMap { $0.mentions.filter { $0.kind == .name }.map(\.span) })
    var before: UInt64?
    var place = 0
    for word in words.words where !residue.contains(word.span.start) {
      let emphasis = Self.emphasis(at: place)
      place += 1
      // Days count as what they mean, not as they are written.
      guard !times.contains(word.span.start) else {
        before = nil
        continue
      }
      if word.isNumber {
        add(.fact, word.key, Self.recordWeight * emphasis)
      } else if names.contains(word.span.start) {
        add(.name, word.key, Self.recordWeight * emphasis)
      } else {
        add(.word, word.key, emphasis)
      }
      if let before { add(.pair, StableHash.mix(before) ^ word.key, emphasis) }
      before = word.key
    }
  }

  private mutating func collectDays() {
    for time in readout.times {
      guard let day = DayInterval(time), day.isDay else { continue }
      let emphasis = Self.emphasis(at: words.indices(in: Span(start: 0, end: time.span.start)).count)
      add(.fact, StableHash.mix(UInt64(bitPattern: Int64(day.first))), Self.recordWeight * emphasis)
    }
  }

  private mutating func collectEvents() {
    for event in readout.events {
      guard event.sentence < readout.document.sentences.count else { continue }
      let start = readout.document.sentences[event.sentence].start
      let emphasis = Self.emphasis(at: words.indices(in: Span(start: 0, end: start)).count)
      let parties = Set((event.actors + event.recipients).compactMap(\.country)).sorted()
      let key = "\(event.type.rawValue) \(parties.joined(separator: "-"))"
      add(.fact, StableHash.of(key), Self.eventWeight * emphasis)
    }
  }
}
