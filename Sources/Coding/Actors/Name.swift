internal import Knowledge
internal import Record

/// A name in the text and what it names.
struct Name {
  var tokens: Range<Int>
  var head: Int
  var referent: Referent

  enum Referent {
    /// A state by ISO 3166-1 alpha-3 code.
    case state(String, StateForm)
    case organization(Organization)
    /// A place, known or not.
    case place(Place?)
    case person
    /// A body, forum, agreement or group that the knowledge base does not know.
    case body(EntityType, sector: String?)
  }

  /// By which of its names a state is named.
  enum StateForm {
    case name, adjective, national, capital, metonym, shorthand
  }

  var isPerson: Bool { if case .person = referent { true } else { false } }

  var state: String? { if case .state(let code, _) = referent { code } else { nil } }

  /// The state whose adjective this is.
  var isAdjective: Bool { if case .state(_, .adjective) = referent { true } else { false } }
}
