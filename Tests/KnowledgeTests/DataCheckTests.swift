import Foundation
import Knowledge
import Testing

@Suite("The check of the data folder")
struct DataCheckTests {
  @Test func `nothing is wrong with the project's own data`() {
    let check = DataCheck(folder: DataFolder.path)
    #expect(check.findings.isEmpty, "\(check.findings.map(\.description).joined(separator: "\n"))")
    #expect(check.counts.first { $0.what == "terms of office" }.map { $0.number > 5000 } == true)
  }

  /// What is found in a copy of the data whose `file` has other content: the lines below the header comments.
  private func findings(in file: String, _ lines: [String]) throws -> [KnowledgeError] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readout-check-\(UUID().uuidString)")
    try FileManager.default.copyItem(atPath: DataFolder.path, toPath: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: file))
    return DataCheck(folder: folder.path).findings.filter { $0.file.hasSuffix(file) }
  }

  @Test func `two holders of one office are reported, a handover, a stand-in and a mark are not`() throws {
    let both = try findings(
      in: "offices/PLW.tsv",
      [
        "headOfState\tPresident\tAda One\tOne\t-\tf\t2001-01-01\t2005-06-30\tx",
        "headOfState\tPresident\tBob Two\tTwo\t-\tm\t2005-06-29\t2010\tx",
        "headOfState\tActing President\tCyd Three\tThree\t-\tf\t2007\t2007\tx",
        "headOfState\tPresident\tDan Four\tFour\t-\tm\t2009-01-05\t-\tx",
      ])
    #expect(both.map(\.line) == [4])
    #expect(both.first?.message.contains("Bob Two (line 2)") == true)
    let marked = try findings(
      in: "offices/AND.tsv",
      [
        "headOfState\tCo-Prince\tAda One\tOne\t-\tf\t2001-01-01\t-\tx",
        "headOfState\tCo-Prince\tBob Two\tTwo\t-\tm\t2003-01-01\t-\tx",
      ])
    #expect(marked.isEmpty)
  }

  @Test(arguments: [
    ("offices/PLW.tsv", "headOfState\tPresident\tAda One\tTwo\t-\tf\t2001\t-\tx"),
    ("offices/PLW.tsv", "headOfState\tPresident\tAda One\tOne\t-\tf\t2001\t-\t-"),
    ("offices/PLW.tsv", "headOfState\tPresident\tAda One\tOne\t-\tf\t2001\t1999\tx"),
    ("offices/QQQ.tsv", ""),
    ("shared-offices.tsv", "QQQ\theadOfState\t-\t-\tcollective\tboth\tx"),
    ("shared-offices.tsv", "AND\theadOfState\t-\t-\ttogether\tboth\tx"),
    ("metonyms.tsv", "Long Street\tNOBODY\tx"),
    ("places.tsv", "Atown\t-\tcity\tQQQ\t1\t2\t-\tx"),
    ("organizations.tsv", "USA\tIGO\t-\torganization\tA body\t-\t-\t-\t-\tx"),
    ("organizations.tsv", "ABODY\tQQQ\t-\torganization\tA body\t-\t-\t-\t-\tx"),
  ])
  func `what is wrong is named by its file`(file: String, row: String) throws {
    #expect(try !findings(in: file, [row]).isEmpty)
  }

  @Test func `a check goes on after the first fault`() throws {
    let found = try findings(
      in: "places.tsv",
      ["Atown\t-\tcity\tQQQ\t1\t2\t-\tx", "Btown\t-\tvillage\tFRA\t1\t2\t-\tx", "Btown\t-\tcity\tFRA\t1\t2\t-\t-"])
    #expect(found.map(\.line) == [1, 2, 3])
  }
}
