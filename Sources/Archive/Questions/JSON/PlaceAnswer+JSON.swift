public import Record

extension PlaceAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "places")
      writer.key("places")
      writer.array(places) { writer, place in
        writer.object { writer in
          writer.field("name", place.name)
          writer.field("country", place.country)
          writer.field("latitude", place.latitude)
          writer.field("longitude", place.longitude)
          writer.field("events", place.events)
          writer.field("first", place.first)
          writer.field("last", place.last)
          if let latest = place.latest {
            writer.key("latest")
            latest.write(into: &writer)
          }
        }
      }
      writer.field("events", events) { $1.write(into: &$0) }
    }
  }
}
