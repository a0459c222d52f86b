/// What is wrong with a form, in words for whoever filled it in.
struct FormProblem: Error, Sendable, Hashable, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
