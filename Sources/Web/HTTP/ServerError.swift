/// Why the reader cannot be served.
package enum ServerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is no IP address.
  case badAddress(String)
  case badPort(Int)
  /// The address cannot be listened on: in use, not of this machine, or not permitted.
  case cannotListen(address: String, port: Int, reason: String)

  package var description: String {
    switch self {
    case .badAddress(let text): "not an IP address to listen on: \(text)"
    case .badPort(let port): "not a port: \(port) (0 to 65535; 0 takes a free one)"
    case .cannotListen(let address, let port, let reason):
      "cannot listen on \(address), port \(port): \(reason)"
    }
  }
}
