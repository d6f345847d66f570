import Newswire
import Testing

@Suite struct MailTests {
  static let newsletter = """
    Return-Path: <desk@letter.example>\r
    From: =?UTF-8?Q?S=C3=A9oul_Letter?= <desk@letter.example>\r
    Subject: =?utf-8?B?VGFsa3Mg4oCT?= =?utf-8?B?IGRheSAy?=\r
     and more\r
    Date: Tue, 11 Sep 2018 08:15:00 GMT\r
    Message-ID: <1@letter.example>\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="a b"\r
    \r
    For old programs.\r
    --a b\r
    Content-Type: multipart/alternative; boundary=inner\r
    \r
    --inner\r
    Content-Type: text/plain; charset=iso-8859-1\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    The caf=E9 talks went on, said =\r
    all.\r
    --inner\r
    Content-Type: text/html; charset=utf-8\r
    \r
    <p>The café talks went on, said all.</p>\r
    --inner--\r
    --a b\r
    Content-Type: text/plain\r
    Content-Disposition: attachment; filename=x.txt\r
    \r
    Not this.\r
    --a b--\r

    """

  @Test func `a newsletter's text is found in its parts`() throws {
    let items = Wire.items(Self.newsletter)
    try #require(items.count == 1)
    #expect(items[0].text == "The café talks went on, said all.")
    let metadata = items[0].metadata
    #expect(metadata.title == "Talks – day 2 and more" && metadata.publisher == "Séoul Letter")
    #expect(metadata.ref == "1@letter.example" && metadata.published == "2018-09-11T08:15:00Z")
  }

  @Test func `a plain part that only points to the page gives way to it`() {
    let body = (1...9).map { "<p>Paragraph \($0) tells of the talks at length.</p>" }.joined()
    let mail =
      "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee the web.\n--x\n"
      + "Content-Type: text/html\n\n\(body)\n--x--\n"
    #expect(Wire.items(mail).first?.text.hasPrefix("Paragraph 1 tells") == true)
  }

  @Test func `a mailbox gives a mail each, with its line, and lines that were quoted`() throws {
    let mail = "From: A <a@b.example>\nSubject: One\nDate: 1 Jan 2020 00:00 EST\n\nHello.\n\n>From here on.\n\n"
    let empty = "From: c@d.example\nSubject: Two\nContent-Type: image/png\n\nxx\n\n"
    let outcomes = Wire.read(
      "From a@b Mon Jan  1 00:00:00 2020\n\(mail)From c@d Mon\n\(empty)From a@b Mon\n\(mail)", name: "m.mbox")
    try #require(outcomes.count == 3)
    #expect(try outcomes[0].get().text == "Hello.\n\nFrom here on.")
    #expect(try outcomes[2].get().metadata.published == "2020-01-01T00:00:00-05:00")
    guard case .failure(let error) = outcomes[1] else {
      Issue.record("was read")
      return
    }
    #expect(error.description.hasPrefix("m.mbox:11: is a mail without a text part"))
  }

  @Test func `a letter that people write is no mail`() {
    let text = "From: the desk\nSubject: talks\n\nThe envoys met.\n"
    #expect(Wire.items(text).first?.text == text)
  }

  @Test func `parts without end or in each other without number are no trouble`() {
    let nested = (0..<500).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    let outcomes = Wire.read("From: a@b.example\nMIME-Version: 1.0\n" + nested + "\nDeep.\n")
    #expect(outcomes.count == 1 && (try? outcomes[0].get()) == nil)
    let open =
      "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe envoys met."
    #expect(Wire.items(open).first?.text == "The envoys met.")
  }
}
