import Record

extension Brief {
  /// The page as plain text. A line ends with its citations, `[2: 310-371]`: article and characters.
  public var text: String {
    var lines = [title, ""]
    for section in sections {
      lines += [section.heading, ""]
      lines += section.lines.map { line in
        "- "
          + ([line.lead.singleLine] + line.quotes.map { "“\($0.citation.words.singleLine)” \($0.mark)" }).joined(
            separator: " ")
      }
      lines.append("")
    }
    lines += isEmpty ? [Self.nothing] : ["Sources", ""]
    lines += sources.enumerated().map { "[\($0.offset + 1)] \($0.element.description.singleLine)" }
    return lines.joined(separator: "\n") + "\n"
  }

  var title: String { "\(subject.singleLine)\(period.isEmpty ? "" : ", \(period)")" }

  var isEmpty: Bool { sections.isEmpty }

  static let nothing = "No record tells of anything in this period."
}

extension Brief.Line {
  /// The day and what is asserted.
  var lead: String { (day.map { "\($0) " } ?? "") + text + "." }
}

extension Brief.Quote {
  var mark: String { "[\(source): \(citation.span.start)-\(citation.span.end)]" }
}

extension Source {
  /// Title, outlet, day and address.
  var description: String {
    let outlet = publisher ?? agency
    return [title ?? "Untitled", outlet, day, uri ?? ref ?? document].compactMap(\.self).joined(separator: ", ")
  }
}

extension String {
  /// On one line, without characters that steer a terminal.
  var singleLine: String {
    var line = ""
    for scalar in unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if !isSpace { line.unicodeScalars.append(scalar) } else if line.last != " " { line += " " }
    }
    return line
  }
}
