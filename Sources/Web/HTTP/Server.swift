import CCivetweb
import Dispatch

/// The HTTP server: takes requests off the wire, hands them to one pure function, writes what it
/// answers.
///
/// Civetweb does the sockets and the parsing of the head. Its own file serving, forms, scripts and
/// error pages are never reached: every request ends in `handle` (civetweb's `begin_request` runs
/// before all of them), every error in the same function's pages.
package final class Server {
  /// From a request, or the status it was refused with, to the answer. Called on many threads.
  package typealias Handler = @Sendable (Result<Request, RequestFailure>) -> Response

  /// The port that is listened on.
  package let port: Int
  package let endpoint: Endpoint
  private let context: OpaquePointer
  private let exchange: Exchange

  /// Threads, each serving one connection at a time. A browser opens six to a host; the rest is
  /// for a second window and a script beside it.
  private static let threads = 24

  /// Begins to listen; requests are answered from now on, until `stop`.
  package init(_ endpoint: Endpoint, handler: @escaping Handler) throws(ServerError) {
    self.endpoint = endpoint
    exchange = Exchange(handler: handler)
    _ = mg_init_library(0)
    context = try Server.start(endpoint, exchange)
    port = Server.port(of: context) ?? endpoint.port
  }

  /// The address to open in a browser.
  package var url: String { "http://\(endpoint.bracketed):\(port)/" }

  /// Stops listening, lets running answers finish, and returns when all threads are done.
  ///
  /// Civetweb looks only every two seconds whether it is to stop, or when somebody connects: so
  /// somebody does.
  package func stop() {
    let isStopped = DispatchSemaphore(value: 0)
    if let door = try? Endpoint(address: endpoint.address, port: port) {
      DispatchQueue.global().async {
        while isStopped.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
          Socket(door)?.knock()
        }
      }
    }
    mg_stop(context)
    isStopped.signal()
  }

  private static func start(
    _ endpoint: Endpoint, _ exchange: Exchange
  ) throws(ServerError) -> OpaquePointer {
    var callbacks = exchange.callbacks
    // Times in milliseconds. Ten seconds for a head is long for a person and short for a sloth.
    let options = [
      "listening_ports", "\(endpoint.bracketed):\(endpoint.port)",
      "num_threads", "\(threads)",
      "request_timeout_ms", "10000",
      "enable_keep_alive", "yes",
      "keep_alive_timeout_ms", "2000",
      "max_request_size", "16384",
      "tcp_nodelay", "1",
      "decode_url", "no",
    ]
    let user = Unmanaged.passUnretained(exchange).toOpaque()
    let context = withCStrings(options) { options in
      mg_start(&callbacks, user, options)
    }
    guard let context else {
      throw .cannotListen(
        address: endpoint.address, port: endpoint.port,
        reason: Socket(endpoint)?.bindFailure() ?? "the server did not start")
    }
    return context
  }

  private static func port(of context: OpaquePointer) -> Int? {
    var ports = mg_server_port()
    return mg_get_server_ports(context, 1, &ports) > 0 ? Int(ports.port) : nil
  }
}

/// Calls `body` with a null-terminated array of C strings that live as long as the call.
private func withCStrings<Value>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> Value
) -> Value {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for string in strings {
    starts.append(bytes.count)
    bytes.append(contentsOf: string.utf8CString)
  }
  return bytes.withUnsafeBufferPointer { bytes in
    var pointers: [UnsafePointer<CChar>?] = starts.map { bytes.baseAddress?.advanced(by: $0) }
    pointers.append(nil)
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}
