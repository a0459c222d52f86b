/// A value bound to a parameter of a statement; SQLite's five storage classes.
enum Binding: Sendable, Hashable {
  case null
  case int(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])

  static func text(optional value: String?) -> Binding { value.map(Binding.text) ?? .null }
  static func int(optional value: Int?) -> Binding { value.map(Binding.int) ?? .null }
}
