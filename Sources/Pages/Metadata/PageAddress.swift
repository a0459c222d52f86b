import Records

/// Addresses of pages: how they are completed, compared, and what their paths tell.
enum PageAddress {
  /// What is left of an address for comparing it with another: host and path, without scheme,
  /// "www.", query, fragment and final slash, in lower case.
  static func key(_ address: String) -> String {
    var rest = Substring(address.lowercased())
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }

  /// Host of an absolute address, in lower case and without "www.".
  static func host(_ address: String) -> String? {
    let lower = address.lowercased()
    guard let scheme = lower.range(of: "://") else { return nil }
    let host = lower[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      .split(separator: "@").last?.split(separator: ":").first
    guard let host, host.contains(".") else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }

  /// An address made absolute against the page's; `nil` where it is none of the web.
  static func resolve(_ address: String, against base: String?) -> String? {
    let address = PlainValue.words(address)
    guard !address.isEmpty, !address.contains(" "), address.utf8.count <= 2000 else { return nil }
    let lower = address.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return address }
    guard let base, let scheme = base.range(of: "://") else { return nil }
    if address.hasPrefix("//") { return String(base[..<scheme.lowerBound]) + ":" + address }
    // Another scheme ("javascript:", "data:") is no page.
    if let colon = lower.firstIndex(of: ":"),
      lower[..<colon].utf8.allSatisfy({ $0.isLowerASCII || $0 == 0x2B || $0 == 0x2D })
    {
      return nil
    }
    let hostEnd = base[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    let origin = base[..<hostEnd]
    if address.hasPrefix("/") { return origin + address }
    let path = base[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("?") || address.hasPrefix("#") { return origin + path + address }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + folder + address
  }

  /// The page that an archive's address holds ("https://archive.example/web/2016.../http://..."),
  /// else the address: the date of archiving is not the page's.
  static func archived(_ address: String) -> Substring {
    guard let first = address.range(of: "://") else { return address[...] }
    let rest = address[first.upperBound...]
    for inner in ["/https://", "/http://"] {
      if let range = rest.range(of: inner) { return rest[rest.index(after: range.lowerBound)...] }
    }
    return address[...]
  }

  /// The day that an address's path carries: "/2024/05/03/", "/2024-05-03-", "/20240503/".
  static func day(in address: String) -> Timestamp? {
    let page = archived(address)
    let bytes = Array(page.utf8.prefix(600))
    var i = 0
    while i + 8 <= bytes.count {
      defer { i += 1 }
      // A run of digits that begins a piece of the path.
      guard bytes[i] == 0x31 || bytes[i] == 0x32, i == 0 || !bytes[i - 1].isDigit else { continue }
      if i > 0, bytes[i - 1].isWordByte { continue }
      if let day = dashed(bytes, at: i) ?? packed(bytes, at: i) { return day }
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy(\.isDigit) ? bytes.reduce(0) { $0 * 10 + Int($1) - 48 } : nil
  }

  private static func dashed(_ bytes: [UInt8], at i: Int) -> Timestamp? {
    guard let year = number(bytes[i..<i + 4]), (1990...2100).contains(year) else { return nil }
    let mark = bytes[i + 4]
    guard [0x2F, 0x2D, 0x5F, 0x2E].contains(mark) else { return nil }
    var j = i + 5
    func part() -> Int? {
      let start = j
      while j < bytes.count, bytes[j].isDigit { j += 1 }
      return (1...2).contains(j - start) ? number(bytes[start..<j]) : nil
    }
    var month = part()
    if month == nil, j + 3 <= bytes.count {
      let name = String(decoding: bytes[j..<j + 3], as: UTF8.self).lowercased()
      month = MonthNames.number(name, language: "en")
      j += 3
    }
    guard let month, j < bytes.count, bytes[j] == mark else { return nil }
    j += 1
    guard let day = part() else { return nil }
    if j < bytes.count, bytes[j].isWordByte { return nil }
    return Timestamp(year: year, month: month, day: day)
  }

  private static func packed(_ bytes: [UInt8], at i: Int) -> Timestamp? {
    guard let year = number(bytes[i..<i + 4]), (1990...2100).contains(year),
      let month = number(bytes[i + 4..<i + 6]), let day = number(bytes[i + 6..<i + 8]),
      i + 8 >= bytes.count || !bytes[i + 8].isWordByte
    else { return nil }
    return Timestamp(year: year, month: month, day: day)
  }
}

extension StringProtocol {
  /// The first place of `words`, compared byte for byte; what Foundation would offer.
  fileprivate func range(of words: String) -> Range<Index>? {
    let needle = Array(words.utf8)
    guard let first = needle.first else { return nil }
    var start = utf8.startIndex
    while let at = utf8[start...].firstIndex(of: first) {
      if utf8[at...].starts(with: needle) { return at..<utf8.index(at, offsetBy: needle.count) }
      start = utf8.index(after: at)
    }
    return nil
  }
}
