import Archive
import ArgumentParser

/// What stopped the program or one of its inputs, with the exit status that says of what kind it is.
struct Failure: Error, Sendable, CustomStringConvertible {
  var status: Status
  var message: String

  /// Exit statuses after sysexits.h.
  enum Status: Int32, Sendable {
    case partial = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case output = 74
    case configuration = 78
  }

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  var description: String { message }

  /// Says what happened on standard error; what it returns ends the program.
  func report() -> ExitCode {
    StandardError.write("readout: \(message)\n")
    return ExitCode(status.rawValue)
  }
}

extension Failure {
  /// What an archive's error means for the exit status.
  init(_ error: ArchiveError) {
    let status: Status =
      switch error.reason {
      case .missing, .unknown: .noInput
      case .foreign, .newer, .damaged, .unusable: .data
      case .readOnly, .full, .busy, .failed: .output
      }
    self.init(status, "\(error)")
  }
}
