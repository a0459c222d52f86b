internal import Archive
internal import Records

/// The form for the user's word on an item: confirm, reject, correct, take back.
struct JudgeForm: Sendable, Hashable {
  enum Field: Sendable, Hashable {
    case text(String, String, String)
    case choice(String, String, [String], String)
    /// Names of actors of the record.
    case actor(String, String, String)
  }

  /// Where the form goes.
  var address: Address
  /// Tells a form of ours (`Protection`).
  var token: String

  private static let nameList = "record-actors"
  private static let mostNames = 300

  /// The names that a field for actors proposes.
  func names(_ record: RecordModel) -> HTML {
    datalist(.id(Self.nameList)) {
      for entry in record.actors.prefix(Self.mostNames) {
        option(Attribute("value", entry.value.name))
      }
    }
  }

  func form(_ kind: ItemKind, _ number: Int, _ verdict: Verdict?, _ fields: [Field]) -> HTML {
    let item = "\(kind.rawValue) \(number + 1)"
    return details(.class("judge")) {
      summary(.label("Judge \(item)")) { "Judge" }
      Tag("form")(
        Attribute("method", "post"), Attribute("action", address.text),
        Attribute("autocomplete", "off")
      ) {
        hiddenField("token", token)
        hiddenField("item", kind.rawValue)
        hiddenField("number", String(number))
        p(.class("acts")) {
          button("confirmed", "Confirm", "c", item)
          button("rejected", "Reject", "x", item)
          if verdict != nil { button("withdrawn", "Take back", "u", item) }
        }
        for field in fields { view(field, "\(ItemAnchor.card(kind, number))-") }
        p(.class("acts")) { button("corrected", "Correct", nil, item) }
      }
    }
  }

  private func button(_ value: String, _ words: String, _ key: String?, _ item: String) -> HTML {
    Tag("button")(
      Attribute("type", "submit"), Attribute("name", "verdict"), Attribute("value", value),
      key.map { Attribute("data-key", $0) }, .label(words + " " + item)
    ) { words }
  }

  private func view(_ field: Field, _ prefix: String) -> HTML {
    switch field {
    case .text(let name, let words, let value):
      labelled(words, prefix + name) { text(name, value, prefix, nil) }
    case .actor(let name, let words, let value):
      labelled(words, prefix + name) {
        text(name, value, prefix, Attribute("list", Self.nameList))
      }
    case .choice(let name, let words, let values, let chosen):
      labelled(words, prefix + name) {
        choice(.id(prefix + name), Attribute("name", name)) {
          for value in values {
            option(
              Attribute("value", value), value == chosen ? Attribute("selected", nil) : nil
            ) { value }
          }
        }
      }
    }
  }

  private func labelled(
    _ words: String, _ id: String, @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    p(.class("field")) {
      label(Attribute("for", id)) { words }
      content()
    }
  }

  private func text(_ name: String, _ value: String, _ prefix: String, _ list: Attribute?) -> HTML {
    input(
      .id(prefix + name), Attribute("type", "text"), Attribute("name", name),
      Attribute("value", value), Attribute("maxlength", "400"), list)
  }
}

/// A field that the user does not see.
func hiddenField(_ name: String, _ value: String) -> HTML {
  input(Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value))
}
