import Linguistics
import Testing

@Suite struct UPOSTests {
  @Test func `names are read back as written`() {
    for tag in UPOS.allCases { #expect(UPOS(name: tag.name) == tag) }
  }
}
