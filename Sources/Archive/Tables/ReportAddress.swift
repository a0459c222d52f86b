/// The web address of a report, and the key under which its versions come together.
package struct ReportAddress: Sendable, Hashable {
  /// As given, without fragment and surrounding blanks.
  package let address: String
  /// Lower case, without "www.".
  package let host: String
  /// The same for addresses that differ only in scheme, "www.", default port, fragment, the case
  /// of the host or parameters that say whence a reader came.
  package let key: String

  /// Longest address that is taken, in bytes.
  static let maximumLength = 8192

  /// `nil` unless it is an absolute http or https address.
  package init?(_ text: String) {
    let trimmed = ReportAddress.trimmed(text)
    let whole = trimmed.prefix { $0 != "#" }
    guard whole.utf8.count <= ReportAddress.maximumLength,
      !whole.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
      let rest = ReportAddress.afterScheme(whole)
    else { return nil }
    let authority = rest.prefix { !"/?\\".contains($0) }
    guard let (host, port) = ReportAddress.hostAndPort(authority) else { return nil }
    address = String(whole)
    self.host = host
    key = "//" + host + port + ReportAddress.pathAndQuery(rest[authority.endIndex...])
  }

  /// Whether it names the whole site: no path, no query.
  package var isSiteRoot: Bool { key == "//" + host + "/" }

  private static func trimmed(_ text: String) -> Substring {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.value > 0x20 }),
      let last = scalars.lastIndex(where: { $0.value > 0x20 })
    else { return "" }
    return text[first...last]
  }

  private static func afterScheme(_ text: Substring) -> Substring? {
    for scheme in ["https://", "http://"]
    where text.utf8.count > scheme.utf8.count && text.prefix(scheme.count).lowercased() == scheme {
      return text.dropFirst(scheme.count)
    }
    return nil
  }

  /// The host in its plain form and ":port" where that is not the scheme's own.
  private static func hostAndPort(_ authority: Substring) -> (host: String, port: String)? {
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    var host = place
    var port: Substring = ""
    if let colon = place.lastIndex(of: ":"), place[colon...].dropFirst().allSatisfy(\.isNumber) {
      host = place[..<colon]
      port = place[colon...]
    }
    var name = host.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    if name.hasPrefix("www."), name.dropFirst(4).contains(".") { name.removeFirst(4) }
    guard !name.isEmpty else { return nil }
    return (name, [":", ":80", ":443"].contains(port) ? "" : String(port))
  }

  private static func pathAndQuery(_ rest: Substring) -> String {
    let path = rest.prefix { $0 != "?" }
    let query = rest[path.endIndex...].dropFirst()
    let kept = query.split(separator: "&").filter { !isTracking($0) }
    return (path.isEmpty ? "/" : String(path))
      + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// Parameters that say where a click came from, never which page is asked for.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_")
      || ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid"].contains(name)
  }
}
