/// Elements of SVG that the views draw with.
enum SVG {
  static let root = Tag("svg")
  static let defs = Tag("defs")
  static let pattern = Tag("pattern")
  static let group = Tag("g")
  static let path = Tag("path")
  static let rect = Tag("rect")
  static let circle = Tag("circle")
  static let words = Tag("text")
  static let title = Tag("title")

  /// With one digit behind the point.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
    return (tenths < 0 ? "-" : "") + whole
  }
}

extension Attribute {
  static func x(_ value: Double) -> Attribute { .init("x", SVG.number(value)) }
  static func y(_ value: Double) -> Attribute { .init("y", SVG.number(value)) }
  static func width(_ value: Double) -> Attribute { .init("width", SVG.number(value)) }
  static func height(_ value: Double) -> Attribute { .init("height", SVG.number(value)) }
  static func fill(pattern id: String) -> Attribute { .init("fill", "url(#\(id))") }
}
