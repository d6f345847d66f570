import Record

extension EventAccount {
  private static let layout = 1

  /// All but the number of the article, as an archive keeps it: about 150 bytes. The same account gives the same bytes.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.layout)
    writer.write(event)
    writer.write(type.rawValue)
    writer.write(modes) { $0.write($1) }
    writer.write(status.rawValue)
    writer.write(parties.sorted()) { $0.write($1.description) }
    writer.write(states.sorted()) { $0.write($1) }
    writer.write(days) { $0.write($1) }
    writer.write(published) { $0.write($1) }
    writer.write(place) { writer, place in
      writer.write(place.key.description)
      writer.write(place.point) { writer, point in
        writer.write(point.north)
        writer.write(point.east)
      }
    }
    writer.write(figures) { writer, figure in
      writer.write(figure.value)
      writer.write(figure.unit)
    }
    writer.write(voice) { $0.write($1) }
    writer.write(sentence) { $0.write(key: $1) }
    writer.write(words.sorted()) { $0.write(key: $1) }
    return writer.bytes
  }

  /// Reads what ``bytes`` writes; `nil` where it is not that.
  public init?(article: Int, bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.number() == Self.layout, let event = reader.string(),
      let type = reader.string().flatMap({ EventType(rawValue: $0) }),
      let modes = reader.list({ $0.string() }), let status = reader.string().flatMap({ EventStatus(rawValue: $0) }),
      let parties = reader.list({ $0.string().flatMap { ActorKey($0) } }), let states = reader.list({ $0.string() }),
      let days = reader.optional({ DayInterval(&$0) }), let published = reader.optional({ DayInterval(&$0) }),
      let place = reader.optional({ EventPlace(&$0) }),
      let figures = reader.list({ reader in
        reader.string().flatMap { value in reader.string().map { Figure(value: value, unit: $0) } }
      }),
      let voice = reader.optional({ $0.string() }), let sentence = reader.optional({ $0.key(UInt64.self) }),
      let words = reader.list({ $0.key(UInt32.self) }), reader.isAtEnd
    else { return nil }
    self.init(
      article: article, event: event, type: type, modes: modes, status: status, parties: Set(parties),
      states: Set(states), days: days, published: published, place: place, figures: figures, voice: voice,
      sentence: sentence, words: Set(words))
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ days: DayInterval) {
    write(days.first)
    write(days.last - days.first)
  }
}

extension DayInterval {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let first = reader.number(), let length = reader.number(), abs(first) < 1 << 32, 0..<1 << 32 ~= length else {
      return nil
    }
    self.init(first: first, last: first + length)
  }
}

extension EventPlace {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let key = reader.string().flatMap({ ActorKey($0) }),
      let point = reader.optional({ reader in
        reader.number().flatMap { north in reader.number().map { Point(north: north, east: $0) } }
      })
    else { return nil }
    self.init(key: key, point: point)
  }
}
