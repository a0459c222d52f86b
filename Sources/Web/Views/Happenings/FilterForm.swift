import Records

/// The fields over a timeline, a map or a pair: a form that only asks.
enum FilterForm {
  static func view(_ action: String, _ filter: TimelineFilter, hasWho: Bool = true) -> HTML {
    form(
      .class("filter"), Attribute("action", "/" + action), Attribute("method", "get"),
      .label("Narrow down")
    ) {
      if hasWho {
        field("who", "Actor or country") {
          input(.id("who"), Attribute("name", "who"), Attribute("value", filter.who ?? ""))
        }
      }
      day("from", "From", filter.from)
      day("to", "To", filter.to)
      field("type", "Type") {
        choices(
          "type", [("", "any")] + EventType.allCases.map { ($0.rawValue, $0.rawValue) },
          filter.type?.rawValue ?? "")
      }
      field("status", "Told as") {
        choices(
          "status",
          [("", "anything"), ("fact", "a fact")]
            + Event.Status.allCases.map { ($0.rawValue, HappeningWords.status($0)) },
          filter.status ?? "")
      }
      button(Attribute("type", "submit")) { "Show" }
    }
  }

  static func field(_ id: String, _ words: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    p {
      label(Attribute("for", id)) { words }
      content()
    }
  }

  private static func day(_ name: String, _ words: String, _ value: String?) -> HTML {
    field(name, words) {
      input(
        .id(name), Attribute("type", "date"), Attribute("name", name),
        Attribute("value", value ?? ""))
    }
  }

  static func choices(_ name: String, _ values: [(String, String)], _ chosen: String) -> HTML {
    Tag("select")(.id(name), Attribute("name", name)) {
      for (value, words) in values {
        Tag("option")(
          Attribute("value", value), value == chosen ? Attribute("selected", nil) : nil
        ) { words }
      }
    }
  }
}

/// What may be wider than the screen, and is moved sideways by itself; by keyboard too.
func scrolling(_ name: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
  div(
    .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "region"), .label(name),
    content: content)
}
