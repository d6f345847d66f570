import Exchange
import FoundationEssentials
import Testing

@Suite("Golden exports")
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  /// With `READOUT_UPDATE_GOLDENS` set the files are written anew: read the difference before it is committed.
  @Test(arguments: LayoutName.allCases.filter { $0 != .sqlite })
  func `each layout gives its golden files to the byte`(name: LayoutName) throws {
    var options = LayoutOptions()
    options.mentions = true
    let (files, losses) = try Story().export(as: name, options: options)
    var expected = files
    expected["losses.txt"] = losses.description
    let folder = Self.folder.appending(path: name.rawValue)
    if ProcessInfo.processInfo.environment["READOUT_UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (file, text) in expected { try Data(text.utf8).write(to: folder.appending(path: file)) }
    }
    let golden = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(golden.sorted() == expected.keys.sorted())
    for file in golden {
      let data = try Data(contentsOf: folder.appending(path: file))
      #expect(String(decoding: data, as: UTF8.self) == expected[file], "\(file)")
    }
  }

  @Test(arguments: LayoutName.allCases.filter { $0 != .sqlite })
  func `the same readouts give the same bytes`(name: LayoutName) throws {
    #expect(try Story().export(as: name).0 == Story().export(as: name).0)
  }
}
