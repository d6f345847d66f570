import Knowledge
import Record

/// A party as CAMEO codes it.
struct CameoActor: Equatable {
  /// The name that the record has for it.
  let name: String
  /// CAMEO's country, `nil` for bodies.
  let country: String?
  /// ISO 3166-1 alpha-3.
  let iso3: String?
  /// The letters that tell one international body from another: `UNO`.
  let group: String?
  /// Roles, and what a body is: at most three.
  let types: [String]
  /// PLOVER's sectors.
  let sectors: [String]
  /// PLOVER's code of a body.
  let body: String?

  /// All groups of letters together; empty where nothing is known.
  var code: String {
    if let group { return types.prefix(1).joined() + group }
    return (country ?? "") + types.joined()
  }

  init(_ party: Readout.Participant, of article: ArticleIndex, codes: CodeSystems) {
    name = article.entity(party.entity)?.name ?? article.text[party.span]
    body = article.body(party)
    sectors = article.sectors(party)
    iso3 = article.country(party)
    country = iso3.flatMap { codes.countries.row(iso3: $0)?.cameo }
    if let body {
      // IGOUNO: what it is and, behind that, which.
      let code = codes.cameo.body(body)?.cameo ?? ""
      types = code.isEmpty ? [] : [String(code.prefix(3))]
      group = code.utf8.count > 3 ? String(code.dropFirst(3)) : nil
    } else {
      group = nil
      types = article.sector(party).flatMap { codes.cameo.sector($0)?.cameo }.map { [$0] } ?? []
    }
  }
}
