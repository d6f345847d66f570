import GRDB

/// A page of rows in which those that belong together stand once, where the first of them stands. Rows have `id` and `dated`, and
/// come the latest first.
struct GroupedPage {
  /// The first of each group.
  private(set) var rows: [Row] = []
  /// Where the next page begins; `nil` where there is no more.
  private(set) var next: PageKey?

  /// - Parameters:
  ///   - limit: the most groups.
  ///   - start: where the last page ended.
  ///   - fetch: reads so many rows after a place.
  ///   - group: gives a row's group; `nil` where it stands alone.
  ///   - isShown: which of some groups have a row on an earlier page.
  init(
    limit: Int, after start: PageKey?, fetch: (PageKey?, Int) throws -> [Row],
    group: ([Row]) throws -> [Int64: Int64], isShown: (Set<Int64>, PageKey) throws -> Set<Int64>
  ) throws {
    var seen: Set<Int64> = []
    var place = start
    while true {
      let chunk = try fetch(place, limit + 1)
      let groups = try group(chunk)
      if let start { seen.formUnion(try isShown(Set(groups.values).subtracting(seen), start)) }
      for row in chunk {
        if let group = groups[row["id"]], !seen.insert(group).inserted { continue }
        guard rows.count < limit else {
          next = rows.last.map { PageKey(day: $0["dated"], row: $0["id"]) }
          return
        }
        rows.append(row)
      }
      guard chunk.count > limit, let last = chunk.last else { return }
      place = PageKey(day: last["dated"], row: last["id"])
    }
  }
}
