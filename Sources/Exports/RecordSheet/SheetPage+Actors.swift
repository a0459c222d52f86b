internal import Records

/// Who is named: name, code, offices, and how the text calls them.
extension SheetPage {
  func actors() -> [String] {
    record.actors.map { actor in
      let code = actor.country.map { $0 + (actor.sector ?? "") } ?? actor.sector
      var out = line(
        [bold(flat(actor.name)), actor.kind.rawValue, code].compactMap(\.self).joined(
          separator: "  "))
      for role in actor.roles { out += wrapped(self.role(role), indent: Self.indent) }
      return out + details([mentions(actor)])
    }
  }

  private func role(_ role: Actor.Role) -> String {
    var text = [role.standing?.rawValue, role.title].compactMap(\.self).joined(separator: " ")
    let of = [role.organization, role.country].compactMap(\.self)
    if !of.isEmpty { text += " of " + of.joined(separator: ", ") }
    switch (role.from, role.to) {
    case (let from?, let to?): text += " from \(from) to \(to)"
    case (let from?, nil): text += " from \(from)"
    case (nil, let to?): text += " to \(to)"
    case (nil, nil): break
    }
    if let report = role.report { return text + " (told by report \(report))" }
    return text + (role.evidence.map { ": \u{201C}\(words($0))\u{201D}" } ?? " (table)")
  }

  /// "named 5 times: Ana Lind, Lind, the minister, she", each wording once.
  private func mentions(_ actor: Actor) -> String? {
    guard actor.mentions.count > 1 else { return nil }
    let most = 6
    var seen: Set<String> = []
    let forms = actor.mentions.map { words($0.range) }.filter { seen.insert($0).inserted }
    let shown = forms.prefix(most).joined(separator: ", ") + (forms.count > most ? ", …" : "")
    return "named \(actor.mentions.count) times: \(shown)"
  }
}
