/// An HTTP response, as a value.
package struct Response: Sendable, Hashable {
  package var status: Int
  package var headers: [Header]
  package var body: [UInt8]

  package struct Header: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name, told apart without case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// A page. It is kept by no cache that others could look into, and asked for again each time:
  /// the archive may have changed.
  static func page(_ html: HTML, status: Int = 200) -> Response {
    Response(
      status: status,
      headers: [
        Header("Content-Type", "text/html; charset=utf-8"),
        Header("Cache-Control", "private, no-cache"),
      ],
      body: HTMLWriter.document(html))
  }

  static func redirect(to address: Address) -> Response {
    Response(status: 303, headers: [Header("Location", address.text)])
  }

  /// The head as it goes over the wire, with the body's length and an empty line at its end.
  func head(closing: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Response.reason(status))\r\n"
    for header in headers { text += "\(header.name): \(header.value)\r\n" }
    if status != 304 { text += "Content-Length: \(body.count)\r\n" }
    text += closing ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n"
    return Array(text.utf8)
  }

  /// Reason phrases of the statuses the reader sends (RFC 9110, section 15).
  static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 303: "See Other"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 421: "Misdirected Request"
    case 503: "Service Unavailable"
    default: "Internal Server Error"
    }
  }
}
