/// Ids for the members of a section, given in order of first appearance in the text.
struct Numbering {
  /// The members that are kept, as indices into the story's array, in order of first appearance.
  let order: [Int]
  private let ids: [String?]

  /// - Parameters:
  ///   - prefix: the letter that the section's ids begin with.
  ///   - starts: where each member appears first, in bytes; `nil` for those that are left out.
  init(prefix: String, starts: [Int?]) {
    var kept: [(start: Int, index: Int)] = []
    for (index, start) in starts.enumerated() {
      if let start { kept.append((start, index)) }
    }
    kept.sort { ($0.start, $0.index) < ($1.start, $1.index) }
    order = kept.map(\.index)
    var ids = [String?](repeating: nil, count: starts.count)
    for (number, index) in order.enumerated() { ids[index] = "\(prefix)\(number + 1)" }
    self.ids = ids
  }

  /// The id of the member `index` of the story's array; `nil` where there is none or it is left out.
  subscript(_ index: Int?) -> String? {
    guard let index, ids.indices.contains(index) else { return nil }
    return ids[index]
  }

  /// The ids of `indices`, each once, without those left out.
  func ids(of indices: [Int]) -> [String] {
    var seen: Set<String> = []
    return indices.compactMap { self[$0] }.filter { seen.insert($0).inserted }
  }
}
