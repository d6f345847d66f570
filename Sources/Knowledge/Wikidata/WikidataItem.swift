/// What an item of a Wikidata dump says about people, states and positions.
struct WikidataItem: Decodable {
  let id: String
  private let labels: Tolerant<[String: Text]>?
  private let aliases: Tolerant<[String: [Text]]>?
  private let claims: Tolerant<Claims>?

  /// In English, or in the language of all.
  var label: String? { (labels?.value?["en"] ?? labels?.value?["mul"])?.value }
  var otherLabels: [String] { aliases?.value?["en"]?.map(\.value) ?? [] }
  /// The positions that somebody held (P39).
  var positions: [Statement] { claims?.value?.positions?.filter { $0.rank != "deprecated" } ?? [] }
  /// Whether somebody is a woman, a man, or Wikidata does not say (P21).
  var sex: Sex? {
    switch claims?.value?.sexes?.first?.item {
    case "Q6581097", "Q2449503": .male
    case "Q6581072", "Q1052281": .female
    default: nil
    }
  }
  /// ISO 3166-1 alpha-3 (P298).
  var countryCode: String? { claims?.value?.codes?.first?.text }
  /// What a position is an office of (P1001, P17).
  var jurisdictions: [String] {
    ((claims?.value?.jurisdictions ?? []) + (claims?.value?.countries ?? [])).compactMap(\.item)
  }

  private struct Text: Decodable { let value: String }

  private struct Claims: Decodable {
    let positions: [Statement]?
    let sexes: [Statement]?
    let codes: [Statement]?
    let jurisdictions: [Statement]?
    let countries: [Statement]?

    enum CodingKeys: String, CodingKey {
      case positions = "P39"
      case sexes = "P21"
      case codes = "P298"
      case jurisdictions = "P1001"
      case countries = "P17"
    }
  }

  /// A statement with its qualifiers.
  struct Statement: Decodable {
    let rank: String?
    private let mainsnak: Snak
    private let qualifiers: Tolerant<Qualifiers>?

    var item: String? { mainsnak.item }
    var text: String? { mainsnak.text }
    /// Start and end time (P580, P582).
    var start: PartialDate? { qualifiers?.value?.starts?.first?.date }
    var end: PartialDate? { qualifiers?.value?.ends?.first?.date }
    /// Whether Wikidata gives an end, known or not.
    var isOver: Bool { qualifiers?.value?.ends?.isEmpty == false }

    private struct Qualifiers: Decodable {
      let starts: [Snak]?
      let ends: [Snak]?
      enum CodingKeys: String, CodingKey {
        case starts = "P580"
        case ends = "P582"
      }
    }
  }

  private struct Snak: Decodable {
    let datavalue: DataValue?
    var item: String? { datavalue?.value.id }
    var text: String? { datavalue?.value.text }
    var date: PartialDate? {
      datavalue.flatMap { WikidataTime.date($0.value.time, precision: $0.value.precision) }
    }
  }

  private struct DataValue: Decodable { let value: Value }

  /// A value is a string for some properties and an object for others.
  private struct Value: Decodable {
    var text: String?
    var id: String?
    var time: String?
    var precision: Int?

    enum CodingKeys: String, CodingKey { case id, time, precision }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
      } else if let values = try? decoder.container(keyedBy: CodingKeys.self) {
        id = try? values.decode(String.self, forKey: .id)
        time = try? values.decode(String.self, forKey: .time)
        precision = try? values.decode(Int.self, forKey: .precision)
      }
    }
  }

  /// A dump writes an empty object as an empty list.
  private struct Tolerant<Content: Decodable>: Decodable {
    let value: Content?
    init(from decoder: any Decoder) throws {
      value = try? decoder.singleValueContainer().decode(Content.self)
    }
  }
}

/// Times as Wikidata writes them.
enum WikidataTime {
  /// Reads `+2018-09-11T00:00:00Z`, as precise as it is meant: 9 a year, 10 a month, 11 a day; without a precision, a
  /// month or day that is 0 is left out. `nil` where it is vaguer than a year or before our era.
  static func date(_ text: String?, precision: Int? = nil) -> PartialDate? {
    guard let text, text.first != "-" else { return nil }
    let day = (text.first == "+" ? text.dropFirst() : text[...]).prefix { $0 != "T" }
    let parts = day.split(separator: "-").map { Int($0) }
    guard parts.count <= 3, let first = parts.first, let year = first, (1...9999).contains(year)
    else { return nil }
    let precision = precision ?? 11
    guard precision >= 9 else { return nil }
    guard precision >= 10, parts.count > 1, let month = parts[1], month > 0 else {
      return PartialDate(year: year)
    }
    guard precision >= 11, parts.count > 2, let day = parts[2], day > 0 else {
      return (1...12).contains(month) ? PartialDate(year: year, month: month) : nil
    }
    return PartialDate(checkedYear: year, month: month, day: day)
  }
}
