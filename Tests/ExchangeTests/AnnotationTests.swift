import Exchange
import Record
import Testing

@Suite("Annotations")
struct AnnotationTests {
  @Test func `both selectors of every annotation lead to the same words`() throws {
    let story = Story()
    let text = try #require(try story.export(as: .webannotation).0[WebAnnotationLayout.file])
    let lines = try text.utf8.split(separator: 0x0A).map { try JSONValue($0) }
    #expect(lines.count == 21)
    for line in lines {
      #expect(line["@context"]?.string == "http://www.w3.org/ns/anno.jsonld")
      let target = try #require(line["target"])
      for target in target.array ?? [target] {
        let selectors = try #require(target["selector"]?.array)
        #expect(selectors.map { $0["type"]?.string } == ["TextQuoteSelector", "TextPositionSelector"])
        let (start, end) = (try #require(selectors[1]["start"]?.integer), try #require(selectors[1]["end"]?.integer))
        let exact = selectors[0]["exact"]?.string
        #expect(exact?.unicodeScalars.elementsEqual(story.words(start, end).unicodeScalars) == true)
        let prefix = selectors[0]["prefix"]?.string ?? ""
        #expect(prefix.unicodeScalars.elementsEqual(story.words(max(0, start - 32), start).unicodeScalars))
      }
    }
  }

  @Test func `a discontinuous stretch is several targets of one annotation`() throws {
    let text = try #require(try Story().export(as: .webannotation).0[WebAnnotationLayout.file])
    let statement = try #require(text.split(separator: "\n").first { $0.contains("#s1\"") })
    #expect(try JSONValue(statement.utf8)["target"]?.array?.count == 2)
  }

  @Test func `brat's files load again to the same text and spans, discontinuous ones too`() throws {
    let story = Story()
    let (files, losses) = try story.export(as: .brat)
    let name = String(story.readout.document.id.dropFirst(7).prefix(16))
    let text = try #require(files["\(name).txt"])
    #expect(Array(text.utf8) == Array(story.readout.document.text.utf8))
    let marks = BratFile(try #require(files["\(name).ann"]))
    #expect(losses.written == 17)
    for mark in marks.marks.values {
      let words = mark.spans.map { story.words($0.start, $0.end) }.joined(separator: " ")
      let shown = words.unicodeScalars.map { "\r\n\t".unicodeScalars.contains($0) ? " " : $0 }
      #expect(mark.words.unicodeScalars.elementsEqual(shown))
    }
    #expect(marks.events.count == 9)
    for (event, statement) in zip(marks.events, story.readout.statements) {
      #expect(event.type == "Attribution")
      #expect(event.roles["Content"]?.spans == statement.content)
      #expect(event.roles["Cue"]?.spans == statement.cue.spans)
      #expect(event.roles["Source"]?.spans == statement.speaker?.span.map { [$0] })
    }
    for (event, member) in zip(marks.events.dropFirst(3), story.readout.events) {
      #expect(event.type == member.type.rawValue)
      #expect(event.trigger?.spans == member.trigger)
      #expect(event.roles["Actor"]?.spans == member.actors.first.map { [$0.span] })
      #expect(event.roles["Recipient"]?.spans == member.recipients.first.map { [$0.span] })
    }
  }

  @Test func `what brat's files use its configuration allows`() throws {
    let files = try Story().export(as: .brat).0
    let configuration = try #require(files[BratLayout.configuration])
    let allowed = Set(configuration.split(separator: "\n").map { $0.split(separator: "\t")[0] })
    let annotations = try #require(files.first { $0.key.hasSuffix(".ann") }).value
    for mark in BratFile(annotations).marks.values { #expect(allowed.contains(mark.type[...])) }
  }

  @Test func `a text that was written already is not written over`() throws {
    let output = MemoryOutput()
    var layout = try BratLayout(to: output)
    try layout.write(Story().readout, context: ExportContext())
    try layout.write(Story().readout, context: ExportContext())
    #expect(layout.losses.leftOut[.sameText] == 1)
    #expect(output.files.count == 3)
  }
}

/// A brat annotation file as brat reads it.
private struct BratFile {
  struct Mark {
    var type: String
    var spans: [Span]
    var words: String
  }

  struct Event {
    var type: String
    var trigger: Mark?
    var roles: [String: Mark]
  }

  private(set) var marks: [String: Mark] = [:]
  private(set) var events: [Event] = []

  init(_ text: String) {
    let lines = TabFile(text).rows
    for line in lines where line[0].hasPrefix("T") {
      let parts = line[1].split(separator: " ", maxSplits: 1)
      let spans = parts[1].split(separator: ";").map { part in
        let offsets = part.split(separator: " ").compactMap { Int($0) }
        return Span(start: offsets[0], end: offsets[1])
      }
      marks[line[0]] = Mark(type: String(parts[0]), spans: spans, words: line[2])
    }
    for line in lines where line[0].hasPrefix("E") {
      let parts = line[1].split(separator: " ").map { $0.split(separator: ":").map(String.init) }
      let roles = parts.dropFirst().compactMap { part in marks[part[1]].map { (part[0], $0) } }
      events.append(
        Event(
          type: parts[0][0], trigger: marks[parts[0][1]],
          roles: Dictionary(roles, uniquingKeysWith: { first, _ in first })))
    }
  }
}
