/// Folds what copies of one text tell in the same words: ten papers that carry one agency count once.
enum CopyFold {
  private struct Key: Hashable {
    var origin: Int64
    var words: [String?]
  }

  /// The first of those that have origin and `words` in common, with how many they are.
  static func folded<Element: Cited>(
    _ elements: [Element], counting articles: WritableKeyPath<Element, Int>, by words: (Element) -> [String?]
  ) -> [Element] {
    var places: [Key: (index: Int, articles: Set<Int64>)] = [:]
    var folded: [Element] = []
    for element in elements {
      let source = element.citation.source
      let key = Key(origin: source.origin, words: words(element))
      if let place = places[key], !place.articles.contains(source.article) {
        places[key]?.articles.insert(source.article)
        folded[place.index][keyPath: articles] += 1
      } else {
        if places[key] == nil { places[key] = (folded.count, [source.article]) }
        folded.append(element)
      }
    }
    return folded
  }
}
