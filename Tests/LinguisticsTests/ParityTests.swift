import Linguistics
import Testing

@Suite(.enabled(if: ConvertedModel.isPresent, "Models/en_core_web_sm.readout is missing; `make test` makes it"))
struct ParityTests {
  @Test(arguments: ["wire", "quotes", "figures", "titles", "web", "lists", "spaces", "scripts", "talk"])
  func `every token is as spaCy has it`(name: String) throws {
    let fixture = try SpaCyFixture(named: name)
    let ours = SpaCyFixture.lines(of: try ConvertedModel.pipeline.get()(fixture.text))
    #expect(ours.count == fixture.lines.count)
    for (our, their) in zip(ours, fixture.lines) {
      try #require(our == their)
    }
  }
}
