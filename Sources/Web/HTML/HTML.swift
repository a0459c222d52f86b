/// A piece of HTML, as a value: what views return.
///
/// There is no way to put markup in as text: words become `text` and are escaped when written,
/// names of elements and attributes are literals of this program, and an address is an `Address`.
/// So a view cannot be made to write what a page wants (the manner of elementary).
indirect enum HTML: Sendable, Hashable {
  case text(String)
  case element(name: String, [Attribute], HTML)
  /// An element without content or end tag (HTML standard, section 13.1.2).
  case void(name: String, [Attribute])
  case sequence([HTML])

  static let nothing = HTML.sequence([])
}

/// An attribute of an element.
struct Attribute: Sendable, Hashable {
  let name: String
  /// `nil` for a bare attribute ("open").
  let value: String?

  /// Names are literals, so that none can come from a page.
  init(_ name: StaticString, _ value: String?) {
    self.name = name.description
    self.value = value
  }

  static func `class`(_ value: StaticString) -> Attribute { .init("class", value.description) }
  static func id(_ value: String) -> Attribute { .init("id", value) }
  static func href(_ address: Address) -> Attribute { .init("href", address.text) }
  static func label(_ value: String) -> Attribute { .init("aria-label", value) }
  static func labelledBy(_ id: String) -> Attribute { .init("aria-labelledby", id) }
  static func title(_ value: String) -> Attribute { .init("title", value) }
  static let hidden = Attribute("aria-hidden", "true")
  /// The page, or the item of a list, that is shown now.
  static func current(_ value: StaticString) -> Attribute {
    .init("aria-current", value.description)
  }
}

@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ html: HTML?) -> HTML { html ?? .nothing }
  static func buildBlock(_ parts: HTML...) -> HTML {
    parts.count == 1 ? parts[0] : .sequence(parts)
  }
  static func buildOptional(_ html: HTML?) -> HTML { html ?? .nothing }
  static func buildEither(first html: HTML) -> HTML { html }
  static func buildEither(second html: HTML) -> HTML { html }
  static func buildArray(_ parts: [HTML]) -> HTML { .sequence(parts) }
}

/// Makes a sequence outside of an element.
func group(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }
