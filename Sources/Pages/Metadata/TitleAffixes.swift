/// Takes the site's name and section off a declared title: "Headline - Section | Site".
struct TitleAffixes {
  /// Keys (`TitleLikeness.key`) of the names the site goes by.
  private let siteKeys: Set<String>

  init(publishers: [String], address: String?) {
    var keys = Set(publishers.map(TitleLikeness.key).filter { !$0.isEmpty })
    if let host = address.flatMap(PageAddress.host) {
      keys.insert(TitleLikeness.key(host))
      let labels = host.split(separator: ".").dropLast()
      for label in labels where label.utf8.count > 3 {
        keys.insert(TitleLikeness.key(String(label)))
      }
    }
    siteKeys = keys
  }

  /// Whether a text is the site's name, or little more than it.
  func isSite(_ text: String) -> Bool {
    let key = TitleLikeness.key(text)
    if key.isEmpty { return false }
    return siteKeys.contains { site in
      key == site
        || (site.utf8.count >= 5 && key.utf8.count >= 4
          && (site.hasPrefix(key) && key.utf8.count * 10 >= site.utf8.count * 7
            || (TitleLikeness.holds(key, site) && key.utf8.count <= site.utf8.count + 10)))
    }
  }

  /// The title without the site's name at either end; `isLoose` (a title element) also drops a last
  /// part behind "|" or a short one behind a dash.
  func stripped(_ title: String, isLoose: Bool) -> String {
    var parts = TitleAffixes.split(title)
    while parts.count > 1, let last = parts.last {
      let words = last.text.split(separator: " ").count
      let rest = parts.dropLast().reduce(0) { $0 + $1.text.utf8.count }
      guard
        isSite(last.text)
          || (isLoose && rest >= 12
            && (last.isBar || (words <= 3 && last.text.utf8.count * 2 < rest)))
      else { break }
      parts.removeLast()
    }
    while parts.count > 1, let first = parts.first, isSite(first.text) { parts.removeFirst() }
    return join(parts)
  }

  private struct Part {
    /// The mark before it, with its blanks.
    var mark: String
    var text: String
    /// The mark is "|", "·", "»" or the like, which headlines do not have within.
    var isBar: Bool
  }

  private func join(_ parts: [Part]) -> String {
    var out = ""
    for (i, part) in parts.enumerated() { out += (i == 0 ? "" : part.mark) + part.text }
    return out
  }

  /// Splits at marks with blanks round them, and at "|" without.
  private static func split(_ title: String) -> [Part] {
    var parts: [Part] = []
    var text = String.UnicodeScalarView()
    var mark = ""
    var isBar = false
    let scalars = Array(title.unicodeScalars)
    func isBlank(_ i: Int) -> Bool {
      i >= 0 && i < scalars.count && scalars[i].properties.isWhitespace
    }
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      let bar = ["|", "·", "•", "»", "«", "›", "｜", "¦"].contains(scalar)
      let dash = ["-", "–", "—", "~"].contains(scalar)
      let parted = isBlank(i - 1) && isBlank(i + 1)
      if (bar && (parted || scalar == "|" || scalar == "｜")) || (dash && parted), !text.isEmpty {
        parts.append(Part(mark: mark, text: trimmed(text), isBar: isBar))
        text = .init()
        mark = (isBlank(i - 1) ? " " : "") + String(scalar) + (isBlank(i + 1) ? " " : "")
        isBar = bar
      } else {
        text.append(scalar)
      }
      i += 1
    }
    parts.append(Part(mark: mark, text: trimmed(text), isBar: isBar))
    return parts.filter { !$0.text.isEmpty }
  }

  private static func trimmed(_ text: String.UnicodeScalarView) -> String {
    PlainValue.words(String(text))
  }
}
