/// A line of a dictionary that cannot be used.
package struct DictionaryFault: Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  package enum Kind: String, Sendable, CaseIterable {
    case noName = "there is no name that the line could belong to"
    case noCode = "the name has no code"
    case noCodeOf3 = "a code has to be groups of three capital letters, with nothing but dates after them"
    case noDate = "a date has to be YYMMDD or YYYYMMDD, a day of the calendar"
    case backwards = "the time ends before it begins"
    case openBracket = "a bracket is not closed"
    case noSet = "the set of words is not defined"
    case notText = "the name is not UTF-8"
    case noActor = "the code begins with no state or kind of actor"
  }

  package let kind: Kind
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// The name that the line belongs to, where there is one.
  package let text: String?

  package init(kind: Kind, file: String, line: Int, text: String?) {
    self.kind = kind
    self.file = file
    self.line = line
    self.text = text
  }

  package var description: String { "\(file):\(line): \(text.map { "\($0): " } ?? "")\(kind.rawValue)" }
}
