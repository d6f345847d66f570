import Archive
import Glibc
import Knowledge

/// What asking an archive takes, whatever the question.
enum Asking {
  /// Finds states by any of their names, without loading more of the data folder than that.
  ///
  /// - Parameter onlyStates: Whether a state is meant without those who act for it.
  static func finder(_ resources: Resources, onlyStates: Bool = false) throws -> PartyFinder {
    let states: States
    do { states = try States(Table(path: "\(resources.dataFolder())/states.tsv", columns: 16)) } catch let error
      as KnowledgeError
    { throw Failure(.configuration, "\(error)") }
    return PartyFinder(onlyStates: onlyStates) { name in
      let state =
        states.state(code: name.uppercased()) ?? states.state(named: name) ?? states.state(capital: name)
        ?? states.state(demonym: name) ?? states.state(metonym: name)
      return state?.code
    }
  }

  /// Prints what `ask` gives; says what hinders it, with its exit status.
  static func report(_ ask: () throws -> [UInt8]) throws {
    // A reader that has gone is told by the write, not by a signal that ends the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      var output = StandardOutput()
      try output.write(ask())
      try output.flush()
    } catch let error as QuestionError {
      throw Failure(.usage, error.message).report()
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let error as Failure {
      throw error.report()
    } catch is StandardOutput.Closed {
      // Whoever read has enough: that is no error.
    }
  }
}
