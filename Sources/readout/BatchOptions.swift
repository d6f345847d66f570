import ArgumentParser
import Glibc

/// What the commands that read articles have in common.
struct BatchOptions: ParsableArguments {
  @Argument(
    help: "Files of text, pages, feeds, mails or web archives, folders of them, or - for the standard input.",
    completion: .file())
  var files: [String] = []

  @OptionGroup var work: WorkOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file or folder, or - for the standard input.") }
  }

  /// Works on all inputs and prints the results in order; reports what could not be read and goes on.
  ///
  /// - Parameters:
  ///   - work: makes an article's output, or fails with what is wrong with it.
  ///   - begin, separator, end: what stands before, between and after the outputs.
  /// - Throws: the exit status where an input could not be read.
  func run(
    _ inputs: consuming Inputs, unit: String, begin: String = "", separator: String = "", end: String = "",
    work: @escaping @Sendable (InputItem) throws -> [UInt8]
  ) async throws {
    // A reader that has gone is told by the write, not by a signal that ends the program.
    signal(SIGPIPE, SIG_IGN)
    var inputs = inputs
    var output = StandardOutput()
    var progress = ProgressBar(total: inputs.totalBytes, unit: unit, isQuiet: self.work.quiet)
    var items = 0
    var bytes = 0
    var printed = 0
    var failures: [Failure] = []
    do {
      try output.write(begin)
      try await Batch(jobs: self.work.jobs).run(&inputs) { item in
        Result { () throws(Failure) in
          do { return try work(item) } catch let failure as Failure { throw failure } catch {
            throw Failure(.data, "\(item.source): \(error)")
          }
        }
      } emit: { item, result in
        items += 1
        bytes += item.size
        switch result {
        case .success(let text):
          if printed > 0 { try output.write(separator) }
          try output.write(text)
          printed += 1
          // A person who waits, or a program that reads along, sees each as it is done.
          if items < 100 { try output.flush() }
        case .failure(let failure):
          progress.clear()
          _ = failure.report()
          failures.append(failure)
        }
        progress.update(items: items, bytes: bytes)
      }
      try output.write(end)
      try output.flush()
    } catch is StandardOutput.Closed {
      // Whoever read has enough: that is no error.
      progress.clear()
      throw ExitCode.success
    }
    progress.clear()
    if let passedOver = inputs.passedOver {
      if items == 0 { throw Failure(.noInput, "no article was found: \(passedOver)").report() }
      if !self.work.quiet { StandardError.write("readout: \(passedOver)\n") }
    }
    guard let first = failures.first else { return }
    if items == 1 { throw ExitCode(first.status.rawValue) }
    throw Failure(.partial, "\(failures.count) of \(items) inputs could not be read").report()
  }
}
