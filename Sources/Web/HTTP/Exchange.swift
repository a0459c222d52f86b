import CCivetweb

/// A request that never became one, with the status to answer.
package struct RequestFailure: Error, Sendable, Hashable {
  package var status: Int

  package init(status: Int) { self.status = status }
}

/// What civetweb's threads call: the handler, and the C functions around it.
///
/// The functions stand in a file of their own, as top-level code would be bound to the main actor
/// and stop the program when another thread enters it.
final class Exchange: Sendable {
  private let handler: Server.Handler

  init(handler: @escaping Server.Handler) { self.handler = handler }

  var callbacks: mg_callbacks {
    var callbacks = mg_callbacks()
    callbacks.begin_request = { connection in
      Exchange.of(connection)?.answer(connection)
      return 200
    }
    callbacks.http_error = { connection, status, _ in
      Exchange.of(connection)?.answer(connection, failure: Int(status))
      return 0
    }
    // Civetweb would write its messages to standard error; they name no file and no page.
    callbacks.log_message = { _, _ in 1 }
    callbacks.log_access = { _, _ in 1 }
    return callbacks
  }

  private static func of(_ connection: OpaquePointer?) -> Exchange? {
    guard let connection, let user = mg_get_user_data(mg_get_context(connection)) else {
      return nil
    }
    return Unmanaged<Exchange>.fromOpaque(user).takeUnretainedValue()
  }

  private func answer(_ connection: OpaquePointer?) {
    guard let info = mg_get_request_info(connection)?.pointee else { return }
    do {
      let request = try Exchange.request(info, connection)
      send(handler(.success(request)), on: connection, withBody: request.method != .head)
    } catch {
      answer(connection, failure: error.status)
    }
  }

  /// After a failure the rest of the connection cannot be trusted to begin with a request.
  private func answer(_ connection: OpaquePointer?, failure status: Int) {
    mg_disable_connection_keep_alive(connection)
    let response = handler(.failure(RequestFailure(status: status)))
    send(response, on: connection, withBody: true, closing: true)
  }

  private func send(
    _ response: Response, on connection: OpaquePointer?, withBody: Bool, closing: Bool = false
  ) {
    var bytes = response.head(closing: closing)
    if withBody { bytes.append(contentsOf: response.body) }
    bytes.withUnsafeBytes { _ = mg_write(connection, $0.baseAddress, $0.count) }
  }

  private static func request(
    _ info: mg_request_info, _ connection: OpaquePointer?
  ) throws(Request.Refusal) -> Request {
    guard let method = text(info.request_method), let path = text(info.local_uri_raw) else {
      throw .badRequest
    }
    let target = text(info.query_string).map { path + "?" + $0 } ?? path
    let headers = headers(info)
    let hasBody = info.content_length > 0 || headers["transfer-encoding"] != nil
    return try Request(
      method: method, target: target, headers: headers, hasBody: hasBody,
      form: method == Request.Method.post.rawValue ? try form(info, headers, connection) : [])
  }

  /// The body of a POST, of a length that was told and is small.
  private static func form(
    _ info: mg_request_info, _ headers: [String: String], _ connection: OpaquePointer?
  ) throws(Request.Refusal) -> [UInt8] {
    let length = Int(info.content_length)
    guard headers["transfer-encoding"] == nil, (0...Request.longestForm).contains(length) else {
      throw .bodyNotAllowed
    }
    var bytes = [UInt8](repeating: 0, count: length)
    var filled = 0
    while filled < length {
      let count = bytes.withUnsafeMutableBytes { buffer in
        mg_read(connection, buffer.baseAddress.map { $0 + filled }, length - filled)
      }
      guard count > 0 else { throw .badRequest }
      filled += Int(count)
    }
    return bytes
  }

  private static func headers(_ info: mg_request_info) -> [String: String] {
    var headers: [String: String] = [:]
    withUnsafeBytes(of: info.http_headers) { raw in
      for header in raw.bindMemory(to: mg_header.self).prefix(Int(info.num_headers)) {
        guard let name = text(header.name) else { continue }
        headers[name.lowercased()] = text(header.value) ?? ""
      }
    }
    return headers
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
