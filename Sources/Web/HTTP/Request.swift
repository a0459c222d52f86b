/// An HTTP request, as a value: what a route needs to know of it, already checked.
///
/// The body is never read: the reader answers GET and HEAD alone.
package struct Request: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case get = "GET"
    case head = "HEAD"
  }

  package var method: Method
  /// The path's segments, percent-decoded: `/report/12` is `["report", "12"]`, `/` is empty.
  package var path: [String]
  /// The query's parameters, decoded, in order.
  package var query: [Parameter]
  /// Header names in lower case, with their values.
  package var headers: [String: String]

  package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Why a request is not served, as an HTTP status.
  package enum Refusal: Error, Sendable, Hashable {
    case badRequest
    case methodNotAllowed
    case bodyNotAllowed
    case targetTooLong

    package var status: Int {
      switch self {
      case .badRequest: 400
      case .methodNotAllowed: 405
      case .bodyNotAllowed: 413
      case .targetTooLong: 414
      }
    }
  }

  /// Longest request target, in bytes: a search of some hundred words fits, a flood does not.
  package static let longestTarget = 4096

  /// Reads the parts that the server took from the wire: path and query still percent-encoded,
  /// header names in any case, and whether a body was announced.
  package init(
    method: String, target: String, headers: [String: String] = [:], hasBody: Bool = false
  ) throws(Refusal) {
    guard let method = Method(rawValue: method) else { throw .methodNotAllowed }
    guard !hasBody else { throw .bodyNotAllowed }
    guard target.utf8.count <= Request.longestTarget else { throw .targetTooLong }
    guard let target = Target(target) else { throw .badRequest }
    self.method = method
    self.path = target.path
    self.query = target.query
    self.headers = [:]
    for (name, value) in headers { self.headers[name.lowercased()] = value }
  }

  /// The first parameter of that name.
  package func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  package func header(_ name: String) -> String? { headers[name] }
}
