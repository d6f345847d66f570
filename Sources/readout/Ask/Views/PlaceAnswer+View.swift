import Archive

extension PlaceAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for place in places {
      let name = [place.name, place.country].compactMap(\.self).joined(separator: ", ")
      text.item(
        name,
        [place.events == 1 ? "1 event" : "\(place.events) events", place.first.map { "\($0) to \(place.last ?? $0)" }])
      if events.isEmpty, let latest = place.latest { text.cite(latest.citation) }
    }
    for event in events { event.write(to: &text) }
    text.more(isCut)
  }

  static let columns = ["place", "country", "latitude", "longitude", "events", "first", "last"]

  var rows: [(cells: [String?], citation: Citation?)] {
    places.map { place in
      (
        [
          place.name, place.country, place.latitude.map { String($0) }, place.longitude.map { String($0) },
          String(place.events), place.first, place.last,
        ], place.latest?.citation
      )
    }
  }
}
