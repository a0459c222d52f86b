/// The names of elements and attributes that Dateline looks at, as small numbers.
///
/// One list for both, for some names are both (`cite`, `title`). Any other name stands in the
/// tree's own list behind these.
package enum HTMLName: UInt16, Sendable, CaseIterable {
  /// A name that is not listed here.
  case other
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi
  case bdo, bgsound, big, blink, blockquote, body, br, button, canvas, caption, center, cite
  case code, col, colgroup, command, data, datalist, dd, del, details, dfn, dialog, dir, div, dl
  case dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2
  case h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input, ins
  case isindex, kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, math
  case menu, menuitem, meta, meter, multicol, nav, nextid, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q, rb
  case rbc, rp, rt, rtc, ruby, s, samp, script, search, section, select, slot, small, source
  case spacer, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template
  case textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp
  case alt, content, datetime, charset, httpEquiv, `class`, color, encoding, face, height
  case hidden, href, hreflang, id, itemid, itemprop, itemscope, itemtype, lang, media, name
  case poster, property, rel, role, size, src, srcset, type, value, width, xmlLang, ariaHidden
  case ariaLabel, dataSrc, dataSrcset, duration, definitionurl, action
  // Names of foreign content that change how the tree is built.
  case annotationXML, desc, foreignobject, malignmark, mglyph, mi, mn, mo, ms, mtext, prompt

  /// The name as it is written.
  package var text: String {
    switch self {
    case .other: ""
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataSrc: "data-src"
    case .dataSrcset: "data-srcset"
    case .annotationXML: "annotation-xml"
    default: "\(self)"
    }
  }
}
