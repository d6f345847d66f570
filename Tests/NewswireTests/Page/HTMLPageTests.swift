import Newswire
import Testing

/// Pages of our own, each of a kind that is met in the press.
struct HTMLPageTests {
  private static let first =
    "The foreign ministers of Norland and Sudland met in the border town of Midburg on Tuesday and agreed to reopen the ferry line."
  private static let second =
    "Both sides said that the talks, the first in four years, had been frank, and that their deputies would meet again in October."
  private static let story = first + "\n\n" + second

  private func page(_ html: String, uri: String? = nil) throws -> HTMLPage {
    try HTMLPage(Array(html.utf8), uri: uri)
  }

  @Test func `the story is found among menus, links, captions and legal lines`() throws {
    let page = try page(
      """
      <!doctype html><html lang=en><head><title>Ferry to sail again | The Midburg Post</title>
      <meta property="og:site_name" content="The Midburg Post"></head><body>
      <nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>
      <div class="wrap sidebar-right"><h1>Ferry to sail again</h1>
      <div class="share-bar"><a href=#>Share</a> <a href=#>Tweet</a></div>
      <figure><img src=a.jpg><figcaption>The ferry in the harbour of Midburg, where it has lain for years now.</figcaption></figure>
      <p>\(Self.first)</p>
      <p>Read more: <a href=/x>Ferry line to stay closed for the winter</a></p>
      <div class=relatedLinks><ul><li><a href=/y>Harbour wall is to be repaired before long, the city says</a></ul></div>
      <p>\(Self.second)</p></div>
      <section id=comments><p>I do not believe a word of what these ministers say, and nobody else in this town does, I think.</p></section>
      <footer><p>Copyright 2021 The Midburg Post. All rights reserved. Nothing on this page may be copied without permission.</p></footer>
      """)
    #expect(page.text == Self.story)
    #expect(page.title == "Ferry to sail again")
    #expect(page.publisher == "The Midburg Post")
    #expect(page.language == "en")
  }

  @Test func `a page of layout tables and line breaks is read`() throws {
    let page = try page(
      """
      <HTML><BODY><TABLE><TR><TD WIDTH=120><A HREF=a>Press releases</A><BR><A HREF=b>Speeches</A><BR><A HREF=c>The minister</A></TD>
      <TD><FONT SIZE=2>\(Self.first)<BR><BR>\(Self.second)</FONT></TD></TR></TABLE></BODY></HTML>
      """)
    #expect(page.text == Self.story)
  }

  @Test func `subheadings, quotations and lists of the story stay`() throws {
    let page = try page(
      "<article><p>\(Self.first)</p><h2>What was agreed</h2><ul><li>The ferry sails from May on.<li>Fares stay as they are.</ul>"
        + "<blockquote class=share>“We are glad.”</blockquote><p>\(Self.second)</p><h3>More on this</h3></article>")
    #expect(
      page.text
        == [
          Self.first, "What was agreed", "The ferry sails from May on.", "Fares stay as they are.", "“We are glad.”",
          Self.second,
        ].joined(separator: "\n\n").replacing("“We are glad.”\n\n", with: ""))
  }

  @Test func `an element whose class speaks against it is kept where it holds most of the text`() throws {
    let page = try page("<body><div class='content sidebar'><p>\(Self.first)</p><p>\(Self.second)</p></div></body>")
    #expect(page.text == Self.story)
  }

  @Test func `long comments do not pass for the story`() throws {
    let comment =
      "<li class=comment><p>" + String(repeating: "What I have always said about this ferry is true. ", count: 20)
    let page = try page(
      "<div><div class=entry><p>\(Self.first)</p><p>\(Self.second)</p></div><ol class=commentlist>"
        + String(repeating: comment, count: 10) + "</ol></div>")
    #expect(page.text == Self.story)
  }

  @Test func `the body in the metadata stands in where the page shows none`() throws {
    let page = try page(
      """
      <html><head><script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": "NewsArticle",
      "headline": "Ferry &amp; talks", "datePublished": "2021-03-02T10:05:00+01:00", "dateModified": "20210302T113000Z",
      "author": [{"name": "Ana Berg"}, {"name": "Jo Lind"}], "publisher": {"name": "The Post"}, "inLanguage": "en-GB",
      "isBasedOn": "https://wire.example/1", "articleBody": "\(Self.first)\\n\\n\(Self.second)"}]}</script></head>
      <body><div id=app></div><p>Please switch on scripts.</p></body></html>
      """, uri: "https://post.example/a?b=1")
    #expect(page.text == Self.story)
    #expect(page.title == "Ferry & talks")
    #expect(page.byline == "Ana Berg, Jo Lind")
    #expect(page.published == "2021-03-02T10:05:00+01:00")
    #expect(page.publishedBasis == .linkedData)
    #expect(page.modified == "2021-03-02T11:30:00Z")
    #expect(page.publisher == "The Post")
    #expect(page.language == "en-GB")
    #expect(page.isBasedOn == "https://wire.example/1")
    #expect(page.uri == "https://post.example/a?b=1")
  }

  @Test(arguments: [
    (
      "<meta property=article:published_time content=2021-03-02T09:00Z>", "2021-03-02T09:00:00Z",
      HTMLPage.DateBasis.meta
    ),
    ("<time datetime='2021-03-02 09:00'>today</time>", "2021-03-02T09:00:00", .timeElement),
    ("<time>2021年3月2日</time>", "2021-03-02", .timeElement),
    ("<p>no date</p>", "2021-03-04", .address),
  ])
  func `the most trusted date wins, and says where it stood`(html: String, date: String, basis: HTMLPage.DateBasis)
    throws
  {
    let page = try page(html + "<p>\(Self.first)</p>", uri: "https://post.example/2021/03/04/ferry.html")
    #expect(page.published == date)
    #expect(page.publishedBasis == basis)
  }

  @Test func `the canonical address is taken, but not that of the front page`() throws {
    let found = "https://post.example/ferry?from=feed"
    #expect(
      try page("<link rel=canonical href=https://post.example/ferry>", uri: found).uri == "https://post.example/ferry")
    #expect(try page("<link rel=canonical href=https://post.example/>", uri: found).uri == found)
  }

  @Test func `a byline element gives the author without the date beside it`() throws {
    let page = try page(
      "<div class=byline><span>By Ana Berg</span><span>Published 2 March 2021</span></div><p>\(Self.first)</p>")
    #expect(page.byline == "Ana Berg")
    #expect(page.text == Self.first)
  }

  @Test func `who commented is not the author, nor the publisher`() throws {
    let page = try page(
      "<meta property=og:site_name content=Post><meta name=author content=Post><p>\(Self.first)</p><p>\(Self.second)</p>"
        + "<ul class=comments><li><span itemprop=author>Guest</span><time>2021-05-05</time>Nonsense</ul>")
    #expect(page.byline == nil)
    #expect(page.published == nil)
  }

  @Test(arguments: [
    ("Posted: Fri 6:45 PM, Feb 16, 2018", "2018-02-16"), ("입력 : 2018.09.11 08:15", "2018-09-11"),
    ("2018年9月11日 20時15分", "2018-09-11"),
  ])
  func `a date line tells the day`(line: String, date: String) throws {
    let page = try page("<div class='post-date'>\(line)</div><p>\(Self.first)</p>")
    #expect(page.published == date)
    #expect(page.publishedBasis == .dateLine)
    #expect(page.text == Self.first)
  }

  @Test(arguments: [
    ("<title>Ferry sails - The Post</title><h1>The ferry that sails</h1>", "Ferry sails"),
    (
      "<title>Why the ferry will sail again soon - The Post</title><h1>The ferry will sail, ministers say</h1>",
      "The ferry will sail, ministers say"
    ),
    ("<title>Ferry sails | Midburg Online</title><h1>The Post</h1>", "Ferry sails | Midburg Online"),
    (
      "<meta property=og:site_name content='The Post'><title>Ferry sails – The Post</title><h1>The Post</h1>",
      "Ferry sails"
    ),
  ])
  func `the headline is told from the name of the publisher`(head: String, title: String) throws {
    #expect(try page(head + "<p>\(Self.first)</p>", uri: "https://www.thepost.example/a").title == title)
  }

  @Test func `what stands above the headline and in places of its own is left out`() throws {
    let page = try page(
      "<title>Ferry to sail again</title><div><div>Weather: rain in the hills, and on the coast wind from the west, at times strong.</div>"
        + "<div><h2>Ferry to sail again</h2><div><p>\(Self.first)</p><p>It rained.</p><p>\(Self.second)</p><p>It ended at noon.</p></div>"
        + "<div><span>Loading</span></div></div>")
    #expect(page.text == [Self.first, "It rained.", Self.second, "It ended at noon."].joined(separator: "\n\n"))
  }

  @Test func `of several articles on a page the main one is read, of a live report all entries`() throws {
    let teaser =
      "<article><p>The price of grain has gone up again, and bakers in the hills say that bread will follow.</p></article>"
    let main = "<article><p>\(Self.first)</p><p>\(Self.second)</p><p>\(Self.first)</p></article>"
    #expect(try page(main + teaser + teaser).text == Self.story + "\n\n" + Self.first)
    let entries =
      "<article><time>10:00</time><p>\(Self.first)</p></article><article><time>9:30</time><p>\(Self.second)</p></article>"
    #expect(try page(entries).text == Self.story)
  }

  @Test func `a page of short lines is read without its date`() throws {
    let page = try page(
      "<title>A call</title><nav>Home</nav><main><div><time>4 March 2021</time></div><h1>A call</h1><p>They spoke.</p><p>It was brief.</p></main>"
    )
    #expect(page.text == "They spoke.\n\nIt was brief.")
    #expect(page.published == "2021-03-04")
  }

  /// Teasers and comments as they come without a word in their markup that says so.
  private static let teaser =
    "<div><a href=/x>Bakers raise the price of bread</a><p>The price of grain has gone up again, and bakers in the hills say that bread will follow.</p></div>"
  private static let comment =
    "<div><b>Hill</b><p>What I have always said about this ferry is true, as everybody in this town will find out before long.</p><i>Reply</i></div>"

  @Test(arguments: [
    String(repeating: teaser, count: 5), String(repeating: comment, count: 40),
    String(
      repeating:
        "<div><img src=a><span>The ferry in the harbour of Midburg, where it has lain for years and years now.</span></div>",
      count: 4),
  ])
  func `lists of teasers, comments and captions are told by their shape`(list: String) throws {
    #expect(try page("<div><p>\(Self.first)</p><p>\(Self.second)</p></div><div>\(list)</div>").text == Self.story)
    #expect(try page("<div>\(list)</div><div><p>\(Self.first)</p><p>\(Self.second)</p></div>").text == Self.story)
    #expect(try page("<p>\(Self.first)</p><div>\(list)</div><p>\(Self.second)</p>").text == Self.story)
  }

  @Test func `text that stands beside left-out elements is kept`() throws {
    #expect(
      try page("<div>\(Self.first)<figure>The ferry</figure>\(Self.second)<div class=share>Share</div>It ended.</div>")
        .text
        == Self.story + "\n\nIt ended.")
  }

  @Test func `the next story of an endless page is left out`() throws {
    let next = "<div><h1>Bread to cost more</h1><p>\(Self.second)</p><p>\(Self.second)</p><p>\(Self.second)</p></div>"
    let page = try page(
      "<title>Ferry to sail again</title><div><h1>Ferry to sail again</h1><p>\(Self.first)</p><p>\(Self.second)</p></div>"
        + next + next)
    #expect(page.text == Self.story)
  }

  @Test func `a story in pieces is read whole, whatever their classes are called`() throws {
    func pieces(_ name: String) -> String {
      [Self.first, Self.second, Self.first].map { "<div><div class='\(name)'><p>\($0)</p><p>\($0)</p></div></div>" }
        .joined(separator: "<div class=ad>Advertisement</div>")
    }
    let whole = [Self.first, Self.first, Self.second, Self.second, Self.first, Self.first].joined(separator: "\n\n")
    #expect(try page(pieces("text--with-links")).text == whole)
    #expect(
      try page(
        "<section>"
          + pieces("story-body").replacing("<div><div", with: "<div").replacing("</div></div>", with: "</div>")
          + "</section>"
      ).text == whole)
  }

  @Test func `boxes between paragraphs and appeals behind them are left out, quotations stay`() throws {
    let body = String(repeating: "<p>\(Self.first)</p>", count: 6)
    let page = try page(
      "<main><div class=text><p>\(Self.second)</p><div><h3>Our letter</h3><p>All that matters in the north, every morning, chosen by those who write about it for you.</p></div>"
        + "<div><blockquote><p>We are glad that the ferry will sail again, and we thank everyone who has worked for it so long.</p></blockquote>— The mayor</div>"
        + body
        + "</div><div class=support><p>We have no owner and no wall to pay at, and we mean to keep it so; give what you can.</p></div></main>"
    )
    #expect(
      page.text.split(separator: "\n\n").map { $0.prefix(4) } == [
        "Both", "We a", "— Th", "The ", "The ", "The ", "The ", "The ", "The ",
      ])
  }

  @Test func `a caption is known by its picture's own text`() throws {
    let caption = "The ministers of Norland and Sudland shake hands in the town hall of Midburg before their talks"
    let page = try page(
      "<div><p>\(Self.first)</p><img alt='\(caption)'><p>\(caption). (A. Person)</p><p>\(Self.second)</p></div>")
    #expect(page.text == Self.story)
  }

  @Test(arguments: [
    "<div>By Ana Berg</div><div>March 2, 2021</div>", "<p>Posted by Ana Berg on 2 March 2021</p>",
    "By ANA BERG<br>Post Staff Writer<br>Tuesday, March 2, 2021<br><br>",
    "<span>By <a href=/a>Ana Berg</a>, The Post | 2 March 2021</span>",
  ])
  func `author and day are read from the lines above the story where nothing marks them`(lines: String) throws {
    let page = try page(
      "<title>Ferry to sail again - The Post</title><table><td><b>Ferry to sail again</b><br>\(lines)</td><tr><td><p>\(Self.first)</p><p>\(Self.second)</p></td></table>"
    )
    #expect(page.title == "Ferry to sail again")
    #expect(page.byline?.lowercased() == "ana berg")
    #expect(page.published == "2021-03-02")
    #expect(page.publishedBasis == .dateLine)
    #expect(page.text == Self.story)
  }

  @Test func `who is quoted is not the author`() throws {
    let page = try page(
      "<p>\(Self.first)</p><blockquote><p>We are glad.</p><span class=author>Ana Berg</span></blockquote><p>\(Self.second)</p>"
    )
    #expect(page.byline == nil)
  }

  @Test func `all of a fragment is its text`() {
    let page = HTMLPage(fragment: "<p>One &amp; two</p>three<br>four<div><a href=x>five</a></div>")
    #expect(page.text == "One & two\n\nthree\nfour\n\nfive")
  }

  @Test func `text outside all paragraphs and unclosed ones is not lost`() {
    let page = HTMLPage(fragment: "<p>one<p>two<section>three<p>four<table><tr><td>five<td>six</table>seven")
    #expect(page.text == "one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven")
  }

  @Test func `a tag in a word leaves it whole, and references become characters`() {
    let page = HTMLPage(fragment: "re<b>open</b>ed &#8220;now&#x201D; &eacute;t&eacute &copy=1 a&nbsp;b &#150; AT&T")
    #expect(page.text == "reopened “now” été &copy=1 a b – AT&T")
  }
}
