import Dispatch
import Glibc

/// SIGINT and SIGTERM as a wish to stop: the first cancels a task, a second ends the program at once.
struct StopSignal: ~Copyable {
  private let sources: [any DispatchSourceSignal]

  init(cancels task: Task<Void, any Error>) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        task.cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  /// Waits for the task, and hears no more signals afterwards.
  consuming func wait(for task: Task<Void, any Error>) async throws {
    defer { for source in sources { source.cancel() } }
    try await task.value
  }
}
