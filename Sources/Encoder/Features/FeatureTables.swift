import FoundationEssentials

/// The small sets of values that an encoder can be told of each piece beside its text: a tag, a label.
public struct FeatureTables: Sendable {
  /// The number of a piece that nothing is known of.
  public static let none: Int32 = 0
  /// The number of a value that the encoder was not taught.
  public static let unknown: Int32 = 1

  /// The names of the sets.
  public let columns: [String]
  private let numbers: [[String: Int32]]

  /// The number of a value, for ``TokenEncoder/encode(_:features:)``.
  ///
  /// - Parameter column: the place of its set in ``columns``.
  public func number(of value: String, column: Int) -> Int32 { numbers[column][value] ?? Self.unknown }

  /// The rows of each set's table.
  var sizes: [Int] { numbers.map { $0.count + 2 } }

  private struct Description: Decodable {
    let columns: [String]
    let values: [[String]]
  }

  /// - Parameter json: the names of the columns and for each its values in their order; `nil` where it is damaged.
  init?(json: String) {
    guard let description = try? JSONDecoder().decode(Description.self, from: Data(json.utf8)),
      description.columns.count == description.values.count
    else { return nil }
    columns = description.columns
    numbers = description.values.map { values in
      var numbers: [String: Int32] = [:]
      for (number, value) in values.enumerated() { numbers[value] = Int32(number) + 2 }
      return numbers
    }
    guard zip(numbers, description.values).allSatisfy({ $0.count == $1.count }) else { return nil }
  }
}
