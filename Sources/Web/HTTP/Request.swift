/// An HTTP request, as a value: what a route needs to know of it, already checked.
///
/// GET and HEAD have no body. POST has a small form: the user's word on an item.
package struct Request: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  package var method: Method
  /// The path's segments, percent-decoded: `/report/12` is `["report", "12"]`, `/` is empty.
  package var path: [String]
  /// The query's parameters, decoded, in order.
  package var query: [Parameter]
  /// The form's fields, decoded, in order; of POST only.
  package var form: [Parameter] = []
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
    /// A body that is no form.
    case notAForm

    package var status: Int {
      switch self {
      case .badRequest: 400
      case .methodNotAllowed: 405
      case .bodyNotAllowed: 413
      case .targetTooLong: 414
      case .notAForm: 415
      }
    }
  }

  /// Longest request target, in bytes: a search of some hundred words fits, a flood does not.
  package static let longestTarget = 4096
  /// Longest form, in bytes: a correction has some hundred.
  package static let longestForm = 16_384

  /// Reads the parts that the server took from the wire: path and query still percent-encoded,
  /// header names in any case, whether a body was announced, and a form's bytes.
  package init(
    method: String, target: String, headers: [String: String] = [:], hasBody: Bool = false,
    form: [UInt8] = []
  ) throws(Refusal) {
    guard let method = Method(rawValue: method) else { throw .methodNotAllowed }
    guard !hasBody || method == .post, form.count <= Request.longestForm else {
      throw .bodyNotAllowed
    }
    guard target.utf8.count <= Request.longestTarget else { throw .targetTooLong }
    guard let target = Target(target) else { throw .badRequest }
    self.method = method
    self.path = target.path
    self.query = target.query
    self.headers = [:]
    for (name, value) in headers { self.headers[name.lowercased()] = value }
    guard method == .post else { return }
    let type = self.headers["content-type"]?.prefix { $0 != ";" && $0 != " " }.lowercased()
    guard type == "application/x-www-form-urlencoded" else { throw .notAForm }
    guard let fields = Target.query(form[...]) else { throw .badRequest }
    self.form = fields
  }

  /// The first field of that name of a form.
  package func field(_ name: String) -> String? { form.first { $0.name == name }?.value }

  /// The first parameter of that name.
  package func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  package func header(_ name: String) -> String? { headers[name] }
}
