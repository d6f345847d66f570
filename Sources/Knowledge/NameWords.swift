/// The words inside and around people's names that tell how to read them.
package struct NameWords: Sendable {
  /// Small words inside a name: "bin", "van".
  package private(set) var particles: Set<String> = []
  /// What stands before a name and is no part of it ("Mr."), with the sex that it tells.
  package private(set) var honorifics: [String: Sex?] = [:]
  /// Family names that come first.
  package private(set) var familiesFirst: Set<String> = []
  /// Those of them whose bearers are called by the last name.
  package private(set) var familiesFirstCalledByLast: Set<String> = []
  /// What stands before a colon in captions and credits and is no name: "Image".
  package private(set) var labels: Set<String> = []

  package init(_ table: Table) throws(KnowledgeError) {
    for row in table.rows {
      let word = try row.required(0, "word")
      switch try row.required(1, "kind") {
      case "particle": particles.insert(word)
      case "honorific": honorifics[word] = .some(row.value(2).flatMap(Sex.init(rawValue:)))
      case "family": familiesFirst.insert(word)
      case "given": familiesFirstCalledByLast.insert(word)
      case "label": labels.insert(word)
      default: throw row.error("column 2 (kind) has to be particle, honorific, family, given or label")
      }
    }
  }
}
