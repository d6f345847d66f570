/// The memory that one worker needs to score transitions.
final class TransitionWorkspace {
  /// The scores of the state scored last, one a class.
  var scores = Buffer<Float>()
  var projected = Buffer<Float>()
  var rows = Buffer<Float>()
  var hidden = Buffer<Float>()
  var count = 0
  /// The first token whose contributions have not been computed yet; a multiple of the block.
  var frontier = 0
}
