import Foundation
import Testing
import Web

/// The server on a socket: what only the wire shows.
@Suite struct ServerTests {
  /// Starts a server whose pages say how the request was read.
  private func serve(_ body: (Server) throws -> Void) throws {
    let server = try Server(Endpoint(port: 0)) { request in
      switch request {
      case .success(let request):
        Response(status: 200, body: Array(request.path.joined(separator: "|").utf8))
      case .failure(let failure):
        Response(status: failure.status, body: Array("refused".utf8))
      }
    }
    defer { server.stop() }
    try body(server)
  }

  @Test func answersOnAFreePort() throws {
    try serve { server in
      #expect(server.port > 0)
      #expect(server.url == "http://127.0.0.1:\(server.port)/")
      let answer = try exchange(server.port, "GET /a/b%2Fc HTTP/1.1\r\nHost: localhost\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.contains("\r\nContent-Length: 5\r\n"))
      #expect(answer.hasSuffix("\r\n\r\na|b/c"))
    }
  }

  @Test func headHasNoBody() throws {
    try serve { server in
      let answer = try exchange(server.port, "HEAD /abc HTTP/1.1\r\nHost: localhost\r\n")
      #expect(answer.contains("\r\nContent-Length: 3\r\n"))
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test(arguments: [
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n", 415),
    ("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n", 405),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n", 413),
    ("GET /%00 HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("GET /\(String(repeating: "a", count: 5000)) HTTP/1.1\r\nHost: localhost\r\n", 414),
    ("nonsense\r\n", 400),
  ])
  func refusals(head: String, status: Int) throws {
    try serve { server in
      let answer = try exchange(server.port, head)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.hasSuffix("\r\n\r\nrefused"))
    }
  }

  @Test func headsAreBounded() throws {
    try serve { server in
      let flood = "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 100_000) + "\r\n"
      let refused = try exchange(server.port, flood)
      #expect(!refused.hasPrefix("HTTP/1.1 200"))
      let next = try exchange(server.port, "GET /a HTTP/1.1\r\nHost: x\r\n")
      #expect(next.hasSuffix("a"))
    }
  }

  @Test func portsInUseAreNamed() throws {
    try serve { server in
      #expect(throws: ServerError.self) {
        try Server(Endpoint(port: server.port)) { _ in Response(status: 200) }
      }
    }
  }

  @Test(arguments: ["", "localhost.example", "127.0.0.1:80", "256.1.1.1", "[::1]", "1,2"])
  func addressesAreChecked(text: String) {
    #expect(throws: ServerError.badAddress(text)) { try Endpoint(address: text, port: 0) }
  }

  @Test(arguments: [("localhost", true), ("127.8.0.1", true), ("::1", true), ("0.0.0.0", false)])
  func loopback(address: String, isLoopback: Bool) throws {
    #expect(try Endpoint(address: address, port: 0).isLoopback == isLoopback)
  }

  @Test(arguments: [-1, 65536])
  func portsAreChecked(port: Int) {
    #expect(throws: ServerError.badPort(port)) { try Endpoint(port: port) }
  }

  /// Sends a head and reads all that comes until the server closes.
  private func exchange(_ port: Int, _ head: String) throws -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let bytes = Array((head + "Connection: close\r\n\r\n").utf8)
    _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      answer.append(contentsOf: buffer[..<count])
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
