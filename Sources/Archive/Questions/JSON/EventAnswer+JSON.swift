public import Record

extension EventAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "events")
      writer.key("events")
      writer.array(happenings) { $1.write(into: &$0) }
      writer.field("next", next?.description)
    }
  }
}

extension Happening {
  /// The surest account, with what others tell.
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.event(best)
      guard articles > 1 || !accounts.isEmpty else { return }
      writer.field("happening", id.map(Int.init))
      writer.field("articles", articles)
      writer.field("origins", origins)
      writer.field("sides", sides) { writer, side in
        writer.object { writer in
          writer.field("voice", side.voice)
          writer.field("articles", side.articles)
          writer.field("citation", side.citation)
        }
      }
      writer.field("disagreements", disagreements) { writer, disagreement in
        writer.object { writer in
          writer.field("on", disagreement.aspect.rawValue)
          writer.field("of", disagreement.of)
          writer.field("versions", disagreement.versions) { writer, version in
            writer.object { writer in
              writer.field("value", version.value)
              writer.field("articles", version.articles)
              writer.field("citation", version.citation)
            }
          }
        }
      }
      writer.field("accounts", accounts) { writer, account in
        writer.object { writer in
          writer.field("voice", account.voice)
          writer.event(account.report)
        }
      }
    }
  }
}

extension EventReport {
  func write(into writer: inout JSONWriter) {
    writer.object { $0.event(self) }
  }
}

extension JSONWriter {
  fileprivate mutating func event(_ event: EventReport) {
    field("id", event.id)
    days(event.day, event.dayEnd, precision: event.precision)
    field("type", event.type)
    field("mode", event.mode)
    field("status", event.status)
    field("actors", event.actors)
    field("recipients", event.recipients)
    field("place", event.place)
    field("placeCountry", event.placeCountry)
    field("cameo", event.cameo)
    field("quad", event.quad)
    field("score", event.score)
    field("confidence", hundredths: event.confidence)
    if event.isCorrected {
      key("corrected")
      boolean(true)
    }
    if event.articles > 1 { field("copies", event.articles) }
    field("citation", event.citation)
  }
}
