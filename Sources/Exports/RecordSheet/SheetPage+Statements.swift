internal import Records

/// Who said what: speaker, cue, and the content in the text's words; what is said within a
/// statement stands below it, further in.
extension SheetPage {
  /// Deeper than this nothing moves further in.
  private static let deepest = 4

  func statements() -> [String] {
    let depths = depths()
    return record.statements.enumerated().map { index, statement in
      let inner = String(repeating: "  ", count: depths[index])
      let speaker = statement.speaker.map { bold(name($0.actor, $0.range)) } ?? "somebody not named"
      let cue = statement.cue.map { "\u{201C}" + words($0) + "\u{201D}" }
      let kind = "\(statement.kind.rawValue) \(statement.act.rawValue)"
      var out = line(
        inner + ([speaker, cue].compactMap(\.self) + [kind]).joined(separator: "  "))
      let content = statement.content.map(words).joined(separator: " … ")
      out += wrapped(content, indent: inner + Self.indent)
      return out + details([time(statement), within(statement)], indent: inner + Self.indent)
    }
  }

  private func time(_ statement: Attribution) -> String? {
    guard let index = statement.time, record.times.indices.contains(index) else { return nil }
    let time = record.times[index]
    return "said " + (time.value ?? words(time.range))
  }

  private func within(_ statement: Attribution) -> String? {
    guard let index = statement.inside, record.statements.indices.contains(index) else {
      return nil
    }
    return "as told by " + claimant(index)
  }

  /// Whose statement it is.
  func claimant(_ statement: Int) -> String {
    guard record.statements.indices.contains(statement),
      let speaker = record.statements[statement].speaker
    else { return "somebody not named" }
    return name(speaker.actor, speaker.range)
  }

  /// How many statements each stands in; circles, which no rule makes, end.
  private func depths() -> [Int] {
    record.statements.map { statement in
      var depth = 0
      var outer = statement.inside
      while let index = outer, record.statements.indices.contains(index), depth < Self.deepest {
        depth += 1
        outer = record.statements[index].inside
      }
      return depth
    }
  }
}
