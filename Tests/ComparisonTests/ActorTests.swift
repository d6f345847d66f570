import Comparison
import Record
import Testing

@Suite struct ActorTests {
  private func key(
    _ name: String, _ type: EntityType, _ country: String? = nil, office: OfficeKind? = nil, kind: MentionKind = .name
  )
    -> String?
  {
    var record = RecordBuilder("")
    record.entity(name, type, country, office: office, kind: kind)
    return ActorKey(record.readout.entities[0])?.description
  }

  @Test func `keys say who it is`() {
    #expect(key("Japan", .country, "JPN") == "state:JPN")
    #expect(key("José Muñoz-Ortega", .person, "CHL") == "person:jose munoz ortega/CHL")
    #expect(key("Şükrü Øster-Łukasz", .person) == "person:sukru oster lukasz")
    #expect(key("Mr. Samuel T. Okoro", .person) == "person:samuel okoro")
    #expect(key("The Arctic Council", .forum) == "organization:arctic council")
    #expect(
      key("foreign minister", .person, "PER", office: .foreignMinister, kind: .nominal) == "office:foreignMinister/PER")
    #expect(key("a diplomat", .person, "PER", office: .official, kind: .nominal) == nil)
    #expect(key("protesters", .group, "PER", kind: .nominal) == nil)
  }

  @Test(arguments: [
    "state:JPN", "person:jose munoz ortega/CHL", "organization:arctic council", "office:foreignMinister/PER",
  ])
  func `a key is read as it is written`(text: String) {
    #expect(ActorKey(text)?.description == text)
  }

  @Test(arguments: ["", "person:", "JPN", "ship:a", "person:a/b/c"])
  func `what is no key is refused`(text: String) {
    #expect(ActorKey(text) == nil)
  }

  private func identities(_ people: [(String, String?, OfficeKind?)]) -> ActorIdentities {
    var identities = ActorIdentities()
    var record = RecordBuilder("")
    for (name, country, office) in people { record.entity(name, .person, country, office: office) }
    identities.insert(record.readout)
    return identities
  }

  private func canonical(_ key: String, _ identities: ActorIdentities) -> String? {
    ActorKey(key).map { identities.canonical($0).description }
  }

  @Test func `a family name joins the one full name of its country`() {
    let known = identities([
      ("Okoro", "NGA", nil), ("Samuel Okoro", "NGA", .foreignMinister), ("Okoro", "GHA", nil), ("Okoro", nil, nil),
    ])
    #expect(canonical("person:okoro/NGA", known) == "person:samuel okoro/NGA")
    #expect(canonical("person:okoro/GHA", known) == "person:okoro/GHA")
    #expect(canonical("person:okoro", known) == "person:okoro")
    #expect(canonical("office:foreignMinister/NGA", known) == "person:samuel okoro/NGA")
  }

  @Test func `a family name that two share stays alone`() {
    let known = identities([("Okoro", "NGA", nil), ("Samuel Okoro", "NGA", nil), ("Grace Okoro", "NGA", nil)])
    #expect(canonical("person:okoro/NGA", known) == "person:okoro/NGA")
  }

  @Test func `initials, middle names and a missing country are the same person`() {
    let known = identities([
      ("S. Okoro", "NGA", nil), ("Samuel Okoro", "NGA", nil), ("Samuel Chidi Okoro", "NGA", nil),
      ("Samuel Okoro", nil, nil),
    ])
    for key in ["person:s okoro/NGA", "person:samuel okoro/NGA", "person:samuel okoro"] {
      #expect(canonical(key, known) == "person:samuel chidi okoro/NGA")
    }
  }
}
