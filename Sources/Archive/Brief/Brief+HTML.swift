extension Brief {
  /// The page as one HTML file that needs no other; citations lead to the list of sources.
  public var html: String {
    var body = "<h1>\(title.escaped)</h1>\n"
    for section in sections {
      body += "<h2>\(section.heading.escaped)</h2>\n<ul>\n"
      for line in section.lines {
        let quotes = line.quotes.map {
          "<q>\($0.citation.words.escaped)</q> <a href=\"#source-\($0.source)\">\($0.mark.escaped)</a>"
        }
        body += "<li>\(([line.lead.escaped] + quotes).joined(separator: " "))</li>\n"
      }
      body += "</ul>\n"
    }
    body += isEmpty ? "<p>\(Self.nothing)</p>\n" : "<h2>Sources</h2>\n<ol>\n"
    for (index, source) in sources.enumerated() {
      body += "<li id=\"source-\(index + 1)\">\(source.html)</li>\n"
    }
    if !isEmpty { body += "</ol>\n" }
    return Self.begin(title: title.escaped) + body + "</main>\n</body>\n</html>\n"
  }

  private static func begin(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --dim: #667; --link: #2b6cb0; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e7eb; --paper: #15181c; --dim: #98a; --link: #7db3ee; } }
    body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
      font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
    h1 { font-size: 1.6rem; line-height: 1.25; }
    h2 { font: 600 .9rem system-ui, sans-serif; letter-spacing: .04em; text-transform: uppercase; color: var(--dim); }
    li { margin: .5rem 0; overflow-wrap: anywhere; }
    q { color: var(--dim); font-style: italic; }
    a { color: var(--link); text-decoration: none; font: .85rem system-ui, sans-serif; white-space: nowrap; }
    li:target { outline: 2px solid var(--link); }
    </style>
    </head>
    <body>
    <main>

    """
  }
}

extension Source {
  /// With a link where the address is one of the web.
  fileprivate var html: String {
    guard let uri, uri.hasPrefix("http://") || uri.hasPrefix("https://") else { return description.escaped }
    return "\(description.escaped) <a href=\"\(uri.escaped)\">open</a>"
  }
}

extension String {
  /// On one line, with what HTML gives a meaning escaped.
  fileprivate var escaped: String {
    var result = ""
    for scalar in singleLine.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
