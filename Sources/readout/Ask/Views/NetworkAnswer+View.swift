import Archive

extension NetworkAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    guard !links.isEmpty else { return }
    text.line(Self.row(["pair", "period", "events", "v.coop", "m.coop", "v.conf", "m.conf", "mean"]))
    for link in links {
      let counts = [
        link.events, link.verbalCooperation, link.materialCooperation, link.verbalConflict, link.materialConflict,
      ]
      text.line(
        Self.row(
          ["\(link.a)-\(link.b)", link.interval ?? "\(link.first ?? "?") to \(link.last ?? "?")"]
            + counts.map(String.init)
            + [Self.mean(of: link) ?? "-"]))
      if let example = link.example { text.cite(example) }
    }
    text.more(isCut)
  }

  /// In hundredths, as JSON has it.
  private static func mean(of link: Link) -> String? {
    link.meanScore.map { String(($0 * 100).rounded() / 100) }
  }

  private static let widths = [9, 25, 8, 8, 8, 8, 8, 0]

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: width == 0 ? 0 : max(1, width - cell.terminalColumns))
    }.joined()
  }

  static let columns = [
    "a", "b", "interval", "events", "verbalCooperation", "materialCooperation", "verbalConflict", "materialConflict",
    "meanScore", "first", "last",
  ]

  var rows: [(cells: [String?], citation: Citation?)] {
    links.map { link in
      (
        [
          link.a, link.b, link.interval, String(link.events), String(link.verbalCooperation),
          String(link.materialCooperation), String(link.verbalConflict), String(link.materialConflict),
          Self.mean(of: link), link.first, link.last,
        ], link.example
      )
    }
  }
}
