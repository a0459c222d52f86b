#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where to listen: an IP address of this machine and a port.
package struct Endpoint: Sendable, Hashable {
  package enum Family: Sendable, Hashable { case v4, v6 }

  package let address: String
  package let family: Family
  /// 0 takes a free one.
  package let port: Int

  package init(address: String = "127.0.0.1", port: Int) throws(ServerError) {
    guard (0...65535).contains(port) else { throw .badPort(port) }
    let address = address == "localhost" ? "127.0.0.1" : address
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, address, &v4) == 1 {
      self.family = .v4
    } else if inet_pton(AF_INET6, address, &v6) == 1 {
      self.family = .v6
    } else {
      throw .badAddress(address)
    }
    self.address = address
    self.port = port
  }

  /// The address as it stands in a URL and in the server's configuration.
  package var bracketed: String { family == .v6 ? "[\(address)]" : address }

  package var isLoopback: Bool {
    family == .v4 ? address.hasPrefix("127.") : address == "::1"
  }
}
