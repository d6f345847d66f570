/// An article's statements held against an annotator's.
///
/// A prediction may pair with a gold attribution where their cues share a character, or where half of what their contents
/// hold together they share; one to one, the closest contents first.
package struct AttributionComparison: Sendable {
  package let gold: [Side]
  /// Less those whose content lies wholly in discarded text.
  package let predicted: [Side]
  package private(set) var pairs: [Pair] = []

  /// A statement with the characters of its roles.
  package struct Side: Sendable {
    package let statement: MarkedStatement
    package let source: CharacterRanges
    package let cue: CharacterRanges
    package let content: CharacterRanges
    package let contentKind: ContentKind
    package let cueKind: CueKind

    init(_ statement: MarkedStatement, in text: ScoredText) {
      self.statement = statement
      source = text.characters(of: statement.source)
      cue = text.characters(of: statement.cue)
      content = text.characters(of: statement.content)
      contentKind = text.contentKind(of: content)
      cueKind = text.cueKind(of: cue)
    }
  }

  /// A prediction with the gold attribution that it stands for.
  package struct Pair: Sendable {
    /// Indices into the comparison's `gold` and `predicted`.
    package let gold: Int
    package let predicted: Int
    /// Of the contents.
    package let jaccard: Double
    package let sharesSource: Bool
    /// The sources share a character, or there is none on either side.
    package let hasRightSource: Bool
    /// The contents are equal but for quotation marks and final punctuation.
    package let isExact: Bool

    /// C.
    package var hasRightContent: Bool { jaccard >= 0.5 }
    /// C+S.
    package var isRight: Bool { hasRightContent && hasRightSource }
  }

  package init(text: ScoredText, gold: StandoffAnnotation, predicted: [MarkedStatement]) {
    let gold = (statements: gold.statements.map { Side($0, in: text) }, discarded: text.characters(of: gold.discarded))
    self.gold = gold.statements
    let told = CharacterRanges(gold.statements.flatMap(\.content.ranges))
    self.predicted = predicted.map { Side($0, in: text) }.filter { side in
      // What is discarded and yet told stays.
      let isDiscarded =
        side.content.sharedCount(with: gold.discarded) == side.content.count
        && side.content.sharedCount(with: told) == 0
      return side.content.isEmpty || !isDiscarded
    }
    pair(in: text)
  }

  private mutating func pair(in text: ScoredText) {
    var options: [(jaccard: Double, cue: Int, gold: Int, predicted: Int)] = []
    for (i, one) in gold.enumerated() {
      for (j, other) in predicted.enumerated() {
        let cue = one.cue.sharedCount(with: other.cue)
        let jaccard = one.content.jaccard(other.content)
        if cue > 0 || jaccard >= 0.5 { options.append((jaccard, cue, i, j)) }
      }
    }
    options.sort { ($1.jaccard, $1.cue, $0.gold, $0.predicted) < ($0.jaccard, $0.cue, $1.gold, $1.predicted) }
    var isGoldTaken = [Bool](repeating: false, count: gold.count)
    var isPredictedTaken = [Bool](repeating: false, count: predicted.count)
    for (jaccard, _, i, j) in options where !isGoldTaken[i] && !isPredictedTaken[j] {
      isGoldTaken[i] = true
      isPredictedTaken[j] = true
      let sharesSource = gold[i].source.sharedCount(with: predicted[j].source) > 0
      pairs.append(
        Pair(
          gold: i, predicted: j, jaccard: jaccard, sharesSource: sharesSource,
          hasRightSource: sharesSource || (gold[i].source.isEmpty && predicted[j].source.isEmpty),
          isExact: text.trimmed(gold[i].content) == text.trimmed(predicted[j].content)))
    }
  }
}
