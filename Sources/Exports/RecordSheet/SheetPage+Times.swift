internal import Records

/// When: value, type, the words, and what the value was counted from.
extension SheetPage {
  func times() -> [String] {
    record.times.map { time in
      let details = [time.mod?.rawValue, time.quantity, anchor(time.anchor)].compactMap(\.self)
      var text = pad(time.value ?? "no such day", 16) + " " + pad(time.kind.rawValue, 8) + "  "
      text += words(time.range)
      if !details.isEmpty { text += " (" + details.joined(separator: ", ") + ")" }
      return line(text) + context(time.range)
    }
  }

  private func anchor(_ anchor: TimeAnchor?) -> String? {
    switch anchor {
    case .publication: "from the day"
    case .expression(let value): "from \(value)"
    case .open: "from something not dated"
    case nil: nil
    }
  }
}
