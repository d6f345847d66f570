import GRDB

/// Whom a question is about.
public enum Party: Sendable, Hashable {
  /// A state, by its code: with all who act for it, office-holders and bodies, unless it is to be `alone`.
  case state(String, alone: Bool = false)
  /// Somebody, or several who count as one, by their keys.
  case actors([String])

  /// That a row is about the party.
  ///
  /// - Parameters:
  ///   - actor: The column with the actor's row.
  ///   - country: The column with the country for which the actor acts.
  func condition(actor: SQL, country: SQL) -> SQL {
    switch self {
    case .state(let code, alone: false): "\(country) = \(code)"
    case .state(let code, alone: true): "\(actor) = (SELECT id FROM actors WHERE key = \("state:" + code))"
    case .actors(let keys) where keys.count == 1: "\(actor) = (SELECT id FROM actors WHERE key = \(keys[0]))"
    case .actors(let keys): "\(actor) IN (SELECT id FROM actors WHERE key IN \(keys))"
    }
  }

  /// The code, where it is a state.
  public var state: String? {
    if case .state(let code, _) = self { code } else { nil }
  }

  /// The two states in alphabetical order, where `parties` are two, each with all who act for it.
  static func pair(_ parties: [Party]) -> (a: String, b: String)? {
    guard parties.count == 2, case .state(let first, alone: false) = parties[0],
      case .state(let second, alone: false) = parties[1], first != second
    else { return nil }
    return (min(first, second), max(first, second))
  }
}
