/// An address that a link may have: a page of the reader, or a page of the web.
struct Address: Sendable, Hashable {
  let text: String

  private init(text: String) { self.text = text }

  /// A page of the reader.
  static func page(_ segments: String..., query: [Request.Parameter] = []) -> Address {
    var text = segments.isEmpty ? "/" : ""
    for segment in segments { text += "/" + Target.encode(segment) }
    for (index, parameter) in query.enumerated() {
      text += index == 0 ? "?" : "&"
      text += Target.encode(parameter.name) + "=" + Target.encode(parameter.value)
    }
    return Address(text: text)
  }

  /// A place on that page.
  func at(_ id: String) -> Address { Address(text: text + "#" + Target.encode(id)) }

  /// A place on the same page.
  static func anchor(_ id: String) -> Address { Address(text: "#" + Target.encode(id)) }

  /// Longer addresses carry data rather than a place.
  private static let longest = 4096

  /// An address that a page gave: only http and https, with a host. `javascript:`, `data:` and
  /// all else is `nil`, and so is what holds a blank or a control character (browsers drop those
  /// before they look at the scheme).
  init?(web text: String?) {
    guard let text, text.utf8.count <= Address.longest,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      Address.afterScheme(text) != nil
    else { return nil }
    self.text = text
    guard !host.isEmpty else { return nil }
  }

  /// The host that a web address leads to, without user, "www." and port.
  var host: String {
    guard let rest = Address.afterScheme(text) else { return "" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    let named = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let end = named.hasPrefix("[") ? named.firstIndex(of: "]").map(named.index(after:)) : nil
    let name = end.map { named[..<$0] } ?? named.prefix { $0 != ":" }
    return String(name.hasPrefix("www.") ? name.dropFirst(4) : name)
  }

  private static func afterScheme(_ text: String) -> Substring? {
    for scheme in ["http://", "https://"] {
      let start = text.prefix(scheme.utf8.count)
      if start.lowercased() == scheme { return text.dropFirst(scheme.utf8.count) }
    }
    return nil
  }
}
