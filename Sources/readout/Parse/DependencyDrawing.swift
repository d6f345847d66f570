import Linguistics

/// The sentences of a document with their arcs, as displaCy's `dep` style draws them: one SVG, a row a sentence.
///
/// Measures and marks are those of spaCy's `DependencyRenderer`; punctuation is joined to the word before it.
struct DependencyDrawing {
  let svg: String

  private static let offset = 50.0
  private static let distance = 175.0
  private static let wordSpacing = 45.0
  private static let arrowSpacing = 20.0
  private static let arrowWidth = 10.0
  private static let stroke = 2.0
  /// Longer sentences are drawn up to here: nobody reads on, and arcs over arcs cost time.
  private static let mostWords = 500

  private struct Word {
    var text: String
    var tag: String
  }

  private struct Arc {
    var start: Int
    var end: Int
    var label: String
    var pointsLeft: Bool
  }

  init(_ doc: Doc, number: Int) {
    var rows = ""
    var top = 0.0
    var width = 0.0
    for (index, sentence) in doc.sentences.enumerated() {
      let (words, arcs) = Self.parts(of: sentence, in: doc)
      guard !words.isEmpty else { continue }
      let row = Self.row(words, arcs, id: "\(number)-\(index)")
      rows += "<g transform=\"translate(0,\(Self.text(top)))\">\n\(row.marks)</g>\n"
      top += row.height
      width = max(width, row.width)
    }
    let size =
      "width=\"\(Self.text(width))\" height=\"\(Self.text(top))\" viewBox=\"0 0 \(Self.text(width)) \(Self.text(top))\""
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en" \
      id="readout-\(number)" class="displacy" \(size) direction="ltr" style="max-width: none; color: #000000; \
      background: #ffffff; font-family: Arial; direction: ltr">
      \(rows)</svg>

      """
  }

  /// The words of a sentence with punctuation joined to them, and the arcs between them.
  private static func parts(of sentence: Range<Int>, in doc: Doc) -> ([Word], [Arc]) {
    var words: [Word] = []
    var wordOfToken = [Int](repeating: -1, count: sentence.count)
    for index in sentence {
      let token = doc[index]
      if token.isSpace { continue }
      if token.pos == .punct, !words.isEmpty {
        let isApart = index > sentence.lowerBound && doc[index - 1].isFollowedBySpace
        words[words.count - 1].text += (isApart ? " " : "") + token.text
        wordOfToken[index - sentence.lowerBound] = words.count - 1
        continue
      }
      if words.count == mostWords { break }
      wordOfToken[index - sentence.lowerBound] = words.count
      words.append(Word(text: token.text, tag: token.pos.name))
    }
    var arcs: [Arc] = []
    for index in sentence {
      let token = doc[index]
      let dependent = wordOfToken[index - sentence.lowerBound]
      guard dependent >= 0, !token.isRoot, sentence.contains(token.head.index), token.pos != .punct else { continue }
      let head = wordOfToken[token.head.index - sentence.lowerBound]
      guard head >= 0, head != dependent else { continue }
      arcs.append(
        Arc(start: min(head, dependent), end: max(head, dependent), label: token.label, pointsLeft: dependent < head))
    }
    return (words, arcs)
  }

  private static func row(_ words: [Word], _ arcs: [Arc], id: String) -> (marks: String, width: Double, height: Double)
  {
    // An arc lies above all arcs within it.
    var levelBelow = [Int](repeating: 0, count: max(1, words.count))
    var levels = [Int](repeating: 0, count: arcs.count)
    for index in arcs.indices.sorted(by: {
      (arcs[$0].end - arcs[$0].start, $0) < (arcs[$1].end - arcs[$1].start, $1)
    }) {
      let reach = arcs[index].start..<arcs[index].end
      let level = (levelBelow[reach].max() ?? 0) + 1
      for position in reach { levelBelow[position] = level }
      levels[index] = level
    }
    let highest = levels.max() ?? 0
    let baseline = distance / 2 * Double(highest) + stroke
    var marks = ""
    for (index, word) in words.enumerated() {
      let x = text(offset + Double(index) * distance)
      marks += """
        <text class="displacy-token" fill="currentColor" text-anchor="middle" y="\(text(baseline + wordSpacing))">
        <tspan class="displacy-word" fill="currentColor" x="\(x)">\(word.text.escapedForHTML)</tspan>
        <tspan class="displacy-tag" dy="2em" fill="currentColor" x="\(x)">\(word.tag)</tspan>
        </text>

        """
    }
    for (index, arc) in arcs.enumerated() {
      let x = offset + Double(arc.start) * distance + arrowSpacing
      let end =
        offset + Double(arc.end) * distance - arrowSpacing * Double(highest - levels[index]) / 4
      let curve = baseline - Double(levels[index]) * distance / 2
      let tip = arc.pointsLeft ? x : end
      let side = arc.pointsLeft ? -arrowWidth + 2 : arrowWidth - 2
      let head =
        "M\(text(tip)),\(text(baseline + 2)) L\(text(tip + side)),\(text(baseline - arrowWidth)) \(text(tip - side)),\(text(baseline - arrowWidth))"
      let path =
        "M\(text(x)),\(text(baseline)) C\(text(x)),\(text(curve)) \(text(end)),\(text(curve)) \(text(end)),\(text(baseline))"
      marks += """
        <g class="displacy-arrow">
        <path class="displacy-arc" id="arrow-\(id)-\(index)" stroke-width="2px" d="\(path)" fill="none" stroke="currentColor"/>
        <text dy="1.25em" style="font-size: 0.8em; letter-spacing: 1px">
        <textPath xlink:href="#arrow-\(id)-\(index)" class="displacy-label" startOffset="50%" side="left" fill="currentColor" text-anchor="middle">\(arc.label.escapedForHTML)</textPath>
        </text>
        <path class="displacy-arrowhead" d="\(head)" fill="currentColor"/>
        </g>

        """
    }
    return (marks, offset + Double(words.count) * distance, baseline + 3 * wordSpacing)
  }

  /// A measure, whole numbers without a point.
  private static func text(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
