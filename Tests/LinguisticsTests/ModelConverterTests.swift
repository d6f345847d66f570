import FoundationEssentials
import Linguistics
import Testing

@Suite struct ModelConverterTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/readout-package-\(UInt64.random(in: 0...(.max)))"

  private func error(config: String) throws -> ModelError? {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(config.utf8).write(to: URL(filePath: folder + "/config.cfg"))
    try Data(#"{"lang":"en","name":"tiny","version":"1"}"#.utf8).write(to: URL(filePath: folder + "/meta.json"))
    try Data([0x80]).write(to: URL(filePath: folder + "/tokenizer"))
    do {
      var converter = try ModelConverter(package: folder)
      try converter.convert(to: folder + "/out")
    } catch { return error }
    return nil
  }

  @Test func `a component that is not known is named`() throws {
    let error = try error(
      config: """
        [nlp]
        pipeline = ["coref"]
        disabled = []

        [components.coref]
        factory = "experimental_coref"
        """)
    #expect(error?.description.contains("component coref (factory experimental_coref)") == true)
  }

  @Test func `a component that is disabled may be unknown`() throws {
    let error = try error(
      config: """
        [nlp]
        pipeline = ["coref"]
        disabled = ["coref"]
        """)
    #expect(error == nil)
  }

  @Test func `an architecture that is not known is named`() throws {
    let error = try error(
      config: """
        [nlp]
        pipeline = ["tagger"]

        [components.tagger]
        factory = "tagger"

        [components.tagger.model]
        @architectures = "my.Tagger.v9"
        """)
    #expect(error?.description.contains("my.Tagger.v9") == true)
  }

  @Test func `what is no package is refused with advice`() {
    #expect(throws: ModelError.self) { try ModelConverter(package: folder) }
    #expect(throws: ModelError.self) { try ModelConverter(package: "/etc/hostname") }
  }
}
