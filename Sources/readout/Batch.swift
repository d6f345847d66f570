/// Works on the items of a batch in parallel and hands the results on in the items' order.
///
/// Memory is bounded: no more than four items a job are read, in work or waiting for their turn.
struct Batch {
  /// How many items are in work at once.
  var jobs: Int

  /// - Parameters:
  ///   - inputs: where the items come from; it is asked for one when there is room for it.
  ///   - work: what makes a result of an item; called from several threads.
  ///   - emit: takes the results in the items' order; an error of its stops the batch.
  func run<Items: IteratorProtocol, Result: Sendable>(
    _ inputs: inout Items, work: @escaping @Sendable (Items.Element) -> Result,
    emit: (Items.Element, Result) throws -> Void
  ) async throws where Items.Element: Sendable {
    try await withThrowingTaskGroup(of: (Int, Items.Element, Result).self) { group in
      var waiting: [Int: (Items.Element, Result)] = [:]
      var started = 0
      var finished = 0
      var emitted = 0
      var isExhausted = false
      while true {
        while !isExhausted, started - finished < jobs, started - emitted < jobs * 4 {
          guard let item = inputs.next() else {
            isExhausted = true
            break
          }
          let number = started
          started += 1
          group.addTask { (number, item, work(item)) }
        }
        guard let (number, item, result) = try await group.next() else { break }
        finished += 1
        waiting[number] = (item, result)
        while let (item, result) = waiting.removeValue(forKey: emitted) {
          emitted += 1
          try emit(item, result)
        }
      }
    }
  }
}
