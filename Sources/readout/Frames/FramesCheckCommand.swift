import ArgumentParser
import Coding
import FoundationEssentials
import Knowledge
import Linguistics

/// `readout frames check`: what is wrong with frames, and which of their examples come out as something else.
struct FramesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with event frames, and run their examples.",
    discussion: """
      A file of the data folder's own lexicon is checked in its place, any other as if it were given to \
      readout code --frames. Without a file the whole lexicon is checked. The head of Data/frames/language.txt explains \
      the notation.

      EXAMPLES
        readout frames check                        the whole lexicon
        readout frames check Data/frames/aid.txt    one file of it
        readout frames check my-frames.txt          frames of one's own

      EXIT STATUS
        0 nothing is wrong; 1 something is; 64 wrong usage; 66 there is no such file; 78 the data folder is missing or damaged
      """)

  @Argument(help: "Files of frames.", completion: .file())
  var files: [String] = []

  @OptionGroup var resources: Resources

  func run() throws {
    do {
      let folder = try resources.dataFolder()
      let own = FrameParser.files(in: "\(folder)/frames")
      for file in files where !FileManager.default.fileExists(atPath: file) {
        throw Failure(.noInput, "\(file): there is no such file")
      }
      // The files as they are named in the lexicon that is read.
      let checked = files.isEmpty ? own : files.map { file in own.first { Self.areSame($0, file) } ?? file }
      var lines: [KnowledgeError] = []
      let knowledge: Knowledge
      do {
        knowledge = try Knowledge(contentsOf: folder) { plover throws(KnowledgeError) in
          var parser = FrameParser(plover: plover)
          for file in own { try parser.read(path: file) }
          for file in checked where !own.contains(file) { try parser.read(path: file, winning: true) }
          lines = parser.problems
          return parser.frames
        }
      } catch { throw Failure(.configuration, "\(error)") }
      let isRight = report(knowledge, on: checked, unusable: lines)
      if !isRight { throw ExitCode(Failure.Status.partial.rawValue) }
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  private static func areSame(_ a: String, _ b: String) -> Bool {
    let paths = [a, b].map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    return paths[0] == paths[1]
  }

  /// Prints what is wrong with `files`, and counts.
  ///
  /// - Returns: Whether nothing is.
  private func report(_ knowledge: Knowledge, on files: [String], unusable: [KnowledgeError]) -> Bool {
    let frames = knowledge.frames
    let lint = FrameLint(frames)
    let examination = examination(of: knowledge)
    var (wrong, examples) = (0, 0)
    for file in files {
      var problems = unusable.filter { $0.file == file } + lint.problems(in: file)
      for example in frames.examples where example.file == file {
        guard let examination else { break }
        examples += 1
        switch examination.result(of: example) {
        case .right: break
        case .rightBy(let frame):
          let name = frame.file.split(separator: "/").last ?? ""
          print("\(file):\(example.line): note: as wanted, but by the frame of \(name):\(frame.line)")
        case .wrong(let message): problems.append(KnowledgeError(file: file, line: example.line, message: message))
        }
      }
      for problem in problems.sorted(by: { ($0.line ?? 0) < ($1.line ?? 0) }) { print(problem) }
      wrong += problems.count
    }
    let own = frames.all.filter { files.contains($0.file) }
    let lines = Set(own.map { "\($0.file):\($0.line)" }).count
    print(
      "\(lines) frames, \(Frames.triggers(of: own)) triggers, "
        + (examination == nil ? "examples not run" : "\(examples) examples") + ", \(wrong) wrong")
    return wrong == 0
  }

  /// What runs the examples, where the language model is there.
  private func examination(of knowledge: Knowledge) -> FrameExamination? {
    guard let pipeline = try? resources.pipeline() else {
      StandardError.write("readout: the language model is not there, so examples are not run; make it with: make\n")
      return nil
    }
    return FrameExamination(coder: Coder(pipeline: pipeline, knowledge: knowledge), frames: knowledge.frames)
  }
}
