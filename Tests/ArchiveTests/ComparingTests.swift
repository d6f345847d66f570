import Archive
import Comparison
import Record
import Testing

struct ComparingTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("a.readout"))
  }

  private func store(_ ref: String, _ pledge: String, paper: String, published: String = "2021-03-04") throws -> Int64 {
    var readout = Sample.readout(ref: ref, published: published, pledge: pledge)
    readout.document.publisher = Readout.Words(text: paper)
    return try archive.store(readout).article
  }

  @Test func copiesOfOneTextHaveOneOrigin() throws {
    let first = try store("n1", "would open the long bridge over the river again in the spring", paper: "Morning")
    let copy = try store("n2", "would open the long bridge over the river again in the spring", paper: "Evening")
    let other = try store("n3", "refuses to talk", paper: "Weekly")
    #expect(try archive.copies(of: copy).map(\.publisher) == ["Morning", "Evening"])
    #expect(try archive.copies(of: other).map(\.article) == [other])
    // A copy that is called off is none any more.
    let text = try archive.readout(of: first).document.text
    _ = try archive.receive(ref: "n1", uri: nil, text: text, arrival: Arrival(status: .canceled))
    #expect(try archive.copies(of: copy).map(\.article) == [copy])
  }
}
