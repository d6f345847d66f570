/// The elements of HTML that the reader of a page treats in a way of their own; the names are those of the standard.
enum HTMLTag: String, CaseIterable, Sendable {
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, big, blockquote,
    body,
    br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir,
    div,
    dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head,
    header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, math, menu,
    meta,
    meter, nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, pre,
    progress,
    q, rp, rt, ruby, s, samp, script, search, section, select, small, source, span, strike, strong, style, sub, summary,
    sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video,
    wbr,
    xmp
  /// An element with a hyphen in its name, which scripts of the page define.
  case custom
  /// Any other element.
  case other
  /// A run of text rather than an element.
  case text

  private static let tags: [UInt64: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { ![.custom, .other, .text].contains($0) }.map {
      (hash(Array($0.rawValue.utf8)[...]), $0)
    })

  /// FNV-1a of a name in any case.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte.lowercasedASCII)) &* 0x100_0000_01b3 }
    return hash
  }

  /// The element called `name`, in any case.
  init(name: ArraySlice<UInt8>) {
    if name.count <= 10, let tag = Self.tags[Self.hash(name)] {
      self = tag
    } else {
      self = name.contains(UInt8(ascii: "-")) ? .custom : .other
    }
  }

  /// A number below ``count``.
  var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  static let count = allCases.count

  /// Whether the element has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr:
      true
    default: false
    }
  }

  /// Whether what stands between its tags is no markup.
  var isRawText: Bool {
    switch self {
    case .script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes: true
    default: false
    }
  }

  /// Whether it stands in a line of text rather than on lines of its own.
  var isInline: Bool {
    switch self {
    case .a, .abbr, .acronym, .audio, .b, .bdi, .bdo, .big, .button, .canvas, .cite, .code, .data, .del, .dfn, .em,
      .embed, .font, .i, .iframe, .img, .input, .ins, .kbd, .label, .map, .mark, .math, .meter, .nobr, .object, .other,
      .output, .picture, .progress, .q, .rp, .rt, .ruby, .s, .samp, .script, .small, .span, .strike, .strong, .style,
      .sub, .sup, .svg, .template, .text, .time, .tt, .u, .var, .video, .wbr, .link, .meta, .noscript, .area, .param,
      .source, .track, .basefont:
      true
    default: false
    }
  }

  /// Whether an end tag of it leaves blocks that were opened inside it open.
  var isFormatting: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .big, .cite, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .sub, .sup,
      .tt, .u, .mark, .ins, .del, .q, .other, .span, .label, .time:
      true
    default: false
    }
  }

  /// Whether an end tag inside it cannot close what is open outside.
  var isScope: Bool {
    switch self {
    case .table, .td, .th, .caption, .html, .body, .object, .applet, .template, .button: true
    default: false
    }
  }

  /// Whether its start closes an open paragraph.
  var closesParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .dd, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .main, .menu,
      .nav,
      .ol, .p, .pre, .section, .search, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }

  /// Whether it holds a paragraph, a heading or an entry beside others.
  var isPartOfText: Bool {
    switch self {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .ul, .ol, .dl, .dt, .dd, .blockquote, .pre, .center: true
    default: false
    }
  }

  /// The level of a heading, from 1 to 6.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
