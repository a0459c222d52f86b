/// One line of the routes' table: the form of a path and what answers it.
struct Route<Context: Sendable>: Sendable {
  /// A segment of a path.
  enum Part: Sendable, Hashable {
    case word(String)
    /// A positive whole number, in decimal digits.
    case number
    /// Any text.
    case name
  }

  /// What a route was asked.
  struct Visit: Sendable {
    var request: Request
    /// The path's numbers and names, in order.
    var numbers: [Int] = []
    var names: [String] = []
    var context: Context
    /// What forms of the page carry; `nil` where the archive is shown only.
    var formToken: String?
  }

  /// `nil` means that there is nothing of that name.
  typealias Answer = @Sendable (Visit) throws -> Response?

  let parts: [Part]
  /// Whether it takes a form and nothing else.
  let takesForm: Bool
  let answer: Answer

  init(_ parts: Part..., answer: @escaping Answer) {
    self.parts = parts
    takesForm = false
    self.answer = answer
  }

  /// A route that takes a form, and changes the archive.
  init(form first: Part, _ rest: Part..., answer: @escaping Answer) {
    parts = [first] + rest
    takesForm = true
    self.answer = answer
  }

  /// The visit, if the request's path has this form.
  func visit(_ request: Request, _ context: Context, formToken: String? = nil) -> Visit? {
    guard request.path.count == parts.count else { return nil }
    var visit = Visit(request: request, context: context, formToken: formToken)
    for (part, segment) in zip(parts, request.path) {
      switch part {
      case .word(let word):
        guard word == segment else { return nil }
      case .number:
        guard let number = Numbers.read(segment) else { return nil }
        visit.numbers.append(number)
      case .name: visit.names.append(segment)
      }
    }
    return visit
  }
}
