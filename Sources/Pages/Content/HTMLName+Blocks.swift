extension HTMLName {
  /// Browsers show the element as a block of its own.
  var isBlock: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .blink, .cite, .code, .data, .del, .dfn, .em,
      .font, .i, .img, .input, .ins, .kbd, .label, .mark, .meter, .nobr, .output, .picture,
      .progress, .q, .rb, .rp, .rt, .rtc, .ruby, .s, .samp, .slot, .small, .source, .span,
      .strike, .strong, .sub, .sup, .time, .track, .tt, .u, .var, .wbr, .other, .map, .area,
      .object, .embed, .param, .image, .math:
      false
    default: true
    }
  }

  /// Shown by something else than its contents.
  var isReplaced: Bool {
    self == .iframe || self == .video || self == .audio || self == .object
  }

  var context: Outline.Context {
    switch self {
    case .a: .link
    case .li, .dd, .dt: .list
    case .blockquote: .quote
    case .table: .table
    case .figure, .picture: .figure
    case .figcaption: [.figure, .caption]
    case .pre, .listing, .xmp: .pre
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .nav, .menu: .nav
    case .aside: .aside
    case .footer: .footer
    case .form, .button, .fieldset, .label, .dialog: .form
    case .header: .header
    case .address: .address
    case .p: .paragraph
    case .b, .strong, .em, .i: .strong
    case .time: .time
    default: []
    }
  }
}
