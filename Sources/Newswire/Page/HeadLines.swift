/// The short lines between a page's headline and its story, which tell who wrote it and when, where nothing marks them.
struct HeadLines {
  private let lines: [String]

  /// The longest line, in bytes, and the most lines that are looked at.
  private static let longest = 120
  private static let most = 12

  /// - Parameters:
  ///   - title: the headline.
  ///   - story: the blocks of the story, as indices.
  init(_ page: PageBlocks, title: String?, story: [Int]) {
    guard let story = story.first(where: { page.blocks[$0].mass > 0 }) ?? story.first else {
      lines = []
      return
    }
    let key = title.map(PageMetadata.key) ?? []
    var found: [String] = []
    for index in stride(from: story, through: max(0, story - Self.most), by: -1) {
      let text = page.text[page.blocks[index].text]
      var own = text.split(separator: 0x0A).filter { $0.count <= Self.longest }.map {
        String(decoding: $0, as: UTF8.self)
      }
      let titleAt = key.isEmpty ? nil : own.lastIndex { PageMetadata.key($0) == key }
      if let titleAt { own = Array(own[(titleAt + 1)...]) }
      // Of the story only what stands on lines of its own before it.
      if index != story || own.count > 1 { found = own + found }
      if titleAt != nil { break }
    }
    lines = Array(found.suffix(Self.most))
  }

  /// The names after "By" or "Posted by", up to what is no name or is a paper's.
  var byline: String? {
    for line in lines {
      let words = line.split(separator: " ")
      guard let by = words.prefix(2).firstIndex(where: { $0.lowercased() == "by" }) else { continue }
      var names: [Substring] = []
      for word in words[(by + 1)...] {
        let isName = word.first.map { $0.isUppercase } ?? false
        guard
          isName && word != "The" && !word.contains(where: \.isNumber)
            || ["and", "&", "de", "van", "von", "al", "bin"].contains(word)
        else { break }
        names.append(word)
        if word.hasSuffix(";") || word.hasSuffix(":") { break }
      }
      let name = names.joined(separator: " ").trimming { ",;:|/".contains($0) }
      if names.count >= 2, names.count <= 12, name.utf8.count >= 4 { return name }
    }
    return nil
  }

  /// ISO 8601 date: clocks of twelve hours and nameless zones leave the day as what is sure.
  var date: String? { lines.lazy.compactMap { PageDate.iso($0) }.first.map { String($0.prefix(10)) } }
}

extension String {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
