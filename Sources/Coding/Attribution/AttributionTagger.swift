public import Encoder
internal import Linguistics
internal import Newswire

/// Proposes who said what by an encoder that was trained on attributions: it tags sources, cues and contents, and points
/// from each content to its cue and from both to their source.
///
/// The encoder sees the pieces of the passages, one after another, with what the parse tells of each token
/// (``TokenFeatures``). See `training/` for how it came to be.
public struct AttributionTagger: Attributing {
  private let encoder: TokenEncoder

  /// - Parameter encoder: A model whose tags are those of ``TagSequence`` and whose features are ``TokenFeatures/columns``.
  /// - Throws: ``AttributionError`` where it has others.
  public init(encoder: TokenEncoder) throws(AttributionError) {
    guard encoder.tags == TagSequence.names else {
      throw AttributionError(
        message: "\(encoder.name): its tags are \(encoder.tags.joined(separator: " ")), "
          + "not \(TagSequence.names.joined(separator: " ")); export the model anew with training/export.py")
    }
    guard encoder.features.columns == TokenFeatures.columns else {
      throw AttributionError(
        message: "\(encoder.name): its features are \(encoder.features.columns.joined(separator: " ")), "
          + "not \(TokenFeatures.columns.joined(separator: " ")); export the model anew with training/export.py")
    }
    self.encoder = encoder
  }

  /// What the model calls itself, with its version.
  public var name: String { "\(encoder.name) \(encoder.version)" }

  package func attributions(in story: Story) -> [Attribution] {
    let passages = story.article.passages
    let quotations = Quotations(doc: story.doc, passages: passages)
    let features = TokenFeatures(doc: story.doc, passages: passages, quotations: quotations)
    return Self.stretches(of: passages).flatMap { stretch in
      let input = TaggerInput(utf8: story.doc.utf8, passages: stretch, features: features, encoder: encoder)
      guard !input.pieces.isEmpty else { return [Attribution]() }
      let encoding = encoder.encode(input.pieces, features: input.features)
      let tags = TagSequence(logits: encoding.logits, count: encoding.count)
      return AttributionLinks(spans: tags.spans, encoding: encoding).attributions(in: story.doc, bytes: input.bytes)
    }
  }

  /// Bytes of text that are encoded together: far more than an article has, and few enough to bound the memory.
  private static let stretchBytes = 100_000

  /// Passages in groups of at most ``stretchBytes``, those that are longer cut.
  private static func stretches(of passages: [Range<Int>]) -> [[Range<Int>]] {
    var stretches: [[Range<Int>]] = []
    var size = stretchBytes
    for passage in passages {
      for start in stride(from: passage.lowerBound, to: passage.upperBound, by: stretchBytes) {
        let part = start..<min(passage.upperBound, start + stretchBytes)
        if size + part.count > stretchBytes {
          stretches.append([])
          size = 0
        }
        stretches[stretches.count - 1].append(part)
        size += part.count
      }
    }
    return stretches
  }
}
