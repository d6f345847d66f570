extension Brief {
  /// The page as Markdown (CommonMark); words of articles are escaped.
  public var markdown: String {
    var lines = ["# \(title.markdown)", ""]
    for section in sections {
      lines += ["## \(section.heading)", ""]
      lines += section.lines.map { line in
        "- "
          + ([line.lead.markdown]
          + line.quotes.map { "“\($0.citation.words.markdown)” \($0.mark.markdown)" }).joined(separator: " ")
      }
      lines.append("")
    }
    lines += isEmpty ? [Self.nothing] : ["## Sources", ""]
    lines += sources.enumerated().map { "\($0.offset + 1). \($0.element.description.markdown)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// On one line, with what Markdown and HTML give a meaning escaped.
  fileprivate var markdown: String {
    var escaped = ""
    for character in singleLine {
      if "\\`*_{}[]()<>#+!|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
