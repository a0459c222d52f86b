#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A TCP socket, for the two things that the server library does not do: to say why an address
/// cannot be listened on, and to wake the library when it is to stop.
struct Socket: ~Copyable {
  private let descriptor: Int32
  private let endpoint: Endpoint

  /// `nil` where the machine gives no socket.
  init?(_ endpoint: Endpoint) {
    let family = endpoint.family == .v4 ? AF_INET : AF_INET6
    #if canImport(Glibc)
      descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(family, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return nil }
    self.endpoint = endpoint
  }

  deinit { close(descriptor) }

  /// Why the address and port cannot be listened on; `nil` where they can.
  func bindFailure() -> String? {
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let result = withAddress { bind(descriptor, $0, $1) }
    return result == 0 ? nil : String(cString: strerror(errno))
  }

  /// Connects, and that is all.
  func knock() {
    _ = withAddress { connect(descriptor, $0, $1) }
  }

  private func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    let port = in_port_t(endpoint.port).bigEndian
    switch endpoint.family {
    case .v4:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port
      inet_pton(AF_INET, endpoint.address, &address.sin_addr)
      return rebound(&address, body)
    case .v6:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port
      inet_pton(AF_INET6, endpoint.address, &address.sin6_addr)
      return rebound(&address, body)
    }
  }

  private func rebound<Address>(
    _ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }
}
