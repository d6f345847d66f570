/// The memory of one call of a ``Pipeline``, kept for the next: what is known of words, and rows of activations.
// One caller has it at a time: the pipeline's pool hands it out under a lock.
final class PipelineWorker: @unchecked Sendable {
  let lexical = LexicalCache()
  var types = WordTypeTable()
  let transitions = TransitionWorkspace()
  var logits = Buffer<Float>()
  var times = StageTimes()
  private var spaces: [String: Tok2VecWorkspace] = [:]

  /// The memory for the network `name`.
  func space(of name: String) -> Tok2VecWorkspace {
    if let space = spaces[name] { return space }
    let space = Tok2VecWorkspace()
    spaces[name] = space
    return space
  }

  /// The vectors that the network `name` gave the tokens encoded last.
  func vectors(of name: String) -> UnsafePointer<Float>? { spaces[name].map { UnsafePointer($0.output.pointer) } }
}
