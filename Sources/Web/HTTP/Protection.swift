/// What every response carries, and which requests are turned away before any route sees them.
///
/// The pages show words of strangers, and the server stands open to every program and web page on
/// the machine. So: nothing but our own style and script may load, nobody may frame or read us
/// from another site, and a name that somebody else points at this machine (DNS rebinding) is not
/// answered.
struct Protection: Sendable, Hashable {
  /// Whether the server listens on a loopback address only.
  var isLoopback: Bool
  /// What a form must carry so that it is known for one of our own pages': of this run alone.
  let token: String

  init(isLoopback: Bool, token: String = Protection.makeToken()) {
    self.isLoopback = isLoopback
    self.token = token
  }

  /// 128 bits from the system's source of randomness.
  static func makeToken() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether pages may be changed from: not where whoever reaches the address could.
  var formToken: String? { isLoopback ? token : nil }

  /// The answer to a request that is turned away; `nil` where it may pass.
  func refusal(of request: Request) -> Int? {
    guard let host = request.header("host"), !host.isEmpty else { return 400 }
    if isLoopback, !Protection.isLocal(host: host) { return 421 }
    // Fetch Metadata: another site may link here, but not load from here.
    if let site = request.header("sec-fetch-site"), site == "cross-site" || site == "same-site",
      request.header("sec-fetch-mode") != "navigate"
    {
      return 403
    }
    return request.method == .post ? refusal(ofForm: request) : nil
  }

  /// A form changes the archive, so it must come from a page of ours (cross-site request forgery):
  /// it carries this run's token, which no other site can read, and the browser, where it says
  /// whence a request comes, says from here. `Origin` is "null" under our referrer policy.
  private func refusal(ofForm request: Request) -> Int? {
    guard isLoopback else { return 403 }
    if let site = request.header("sec-fetch-site"), site != "same-origin" { return 403 }
    if let origin = request.header("origin"), origin != "null",
      origin != "http://" + (request.header("host") ?? "")
    {
      return 403
    }
    let given = Array((request.field("token") ?? "").utf8)
    let wanted = Array(token.utf8)
    guard given.count == wanted.count else { return 403 }
    // As long for a wrong first digit as for a wrong last one.
    return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0 ? nil : 403
  }

  /// Whether a Host header names this machine itself. The port is not looked at: a tunnel changes
  /// it, and rebinding cannot choose the name.
  static func isLocal(host: String) -> Bool {
    var name = host.lowercased()[...]
    if name.hasPrefix("[") {
      guard let end = name.firstIndex(of: "]") else { return false }
      let rest = name[name.index(after: end)...]
      return name[...end] == "[::1]" && isPort(rest)
    }
    if let colon = name.firstIndex(of: ":") {
      guard isPort(name[colon...]) else { return false }
      name = name[..<colon]
    }
    return name == "localhost" || name == "127.0.0.1"
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return true }
    guard text.first == ":", text.utf8.count <= 6 else { return false }
    return text.dropFirst().utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
  }

  static let headers: [Response.Header] = [
    Response.Header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    Response.Header("X-Content-Type-Options", "nosniff"),
    Response.Header("Referrer-Policy", "no-referrer"),
    Response.Header("Cross-Origin-Opener-Policy", "same-origin"),
    Response.Header("Cross-Origin-Resource-Policy", "same-origin"),
    Response.Header("Cross-Origin-Embedder-Policy", "require-corp"),
    Response.Header("X-Frame-Options", "DENY"),
    Response.Header("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]
}
