internal import Records

/// Brings a version's items and the user's corrections together. A pure function of both.
///
/// A verdict holds for the same reading of the same words. Where the rules read the words otherwise
/// by now, or not at all, what the user confirmed or corrected stands in the place of the rules'
/// reading; a rejection of the old reading says nothing of the new one.
struct Judging {
  let text: String
  let hash: Digest

  /// The items of the rules with their verdicts, and after them those that only the user's word
  /// keeps (rule "user"), numbered on.
  func judge(_ items: [RecordItem], _ corrections: [Correction]) -> [JudgedItem] {
    var judged = items.map(JudgedItem.init)
    let actors = Self.actorNumbers(items)
    // The latest word on some words counts.
    for correction in corrections.sorted(by: { $0.id > $1.id }) where correction.withdrawn == nil {
      apply(correction, to: &judged, actors)
    }
    return judged
  }

  private func apply(
    _ correction: Correction, to judged: inout [JudgedItem], _ actors: [String: Int]
  ) {
    guard let range = place(of: correction.pointer) else { return }
    let isSameText = correction.pointer.textHash == hash
    let kind = ItemKind(correction.kind)
    let readings = [correction.judged, correction.json].compactMap { text in
      text.flatMap(JSONValue.init(text:)).map { kind.essence($0, withSpans: isSameText) }
    }
    let near = judged.indices.filter {
      judged[$0].item.kind == correction.kind
        && Self.overlap(judged[$0].item.pointer, range) >= Self.leastOverlap
    }
    let exact = near.first { index in
      judged[index].verdict == nil
        && (readings.contains(
          kind.essence(JSONValue(text: judged[index].item.json) ?? .null, withSpans: isSameText))
          || correction.judged == nil && near.count == 1)
    }
    if let exact {
      mark(&judged[exact], correction, isSameText, actors)
      return
    }
    guard correction.verdict != .rejected, near.allSatisfy({ judged[$0].verdict == nil }) else {
      return
    }
    if near.count == 1 {
      judged[near[0]].isReadOtherwise = true
      mark(&judged[near[0]], correction, isSameText, actors)
    } else if near.isEmpty, isSameText {
      add(correction, to: &judged, actors)
    }
  }

  private func place(of pointer: Pointer) -> Range<Int>? {
    if pointer.textHash == hash { return pointer.start..<pointer.end }
    guard case .moved(let range) = pointer.resolve(in: text, hash: hash) else { return nil }
    return range
  }

  /// Two ranges are the same words where they share more than half of both together.
  private static let leastOverlap = 0.5

  private static func overlap(_ pointer: Pointer, _ range: Range<Int>) -> Double {
    let mine = pointer.start..<pointer.end
    let shared = mine.clamped(to: range).count
    return Double(shared) / Double(max(1, mine.count + range.count - shared))
  }

  // MARK: - The user's reading

  private func mark(
    _ judged: inout JudgedItem, _ correction: Correction, _ isSameText: Bool,
    _ actors: [String: Int]
  ) {
    judged.verdict = correction.verdict
    judged.correction = correction.id
    if judged.item.rule == RecordItem.userRule {
      // Made from the user's word when the record was last made.
      judged.isReadOtherwise = true
      return
    }
    guard correction.verdict == .corrected || judged.isReadOtherwise else { return }
    guard let wanted = (correction.json ?? correction.judged).flatMap(JSONValue.init(text:)) else {
      return
    }
    let current = JSONValue(text: judged.item.json) ?? .object([])
    judged.item.json =
      ItemKind(correction.kind).merge(
        wanted, over: current, withSpans: isSameText,
        isSameRulebook: correction.rulebook == judged.item.rulebook, actors: actors
      ).compact
  }

  private func add(
    _ correction: Correction, to judged: inout [JudgedItem], _ actors: [String: Int]
  ) {
    guard let wanted = (correction.json ?? correction.judged).flatMap(JSONValue.init(text:)) else {
      return
    }
    let kind = ItemKind(correction.kind)
    let number =
      (judged.map(\.item).filter { $0.kind == correction.kind }.map(\.number).max() ?? -1)
    var json = kind.merge(
      wanted, over: .object([]), withSpans: true, isSameRulebook: false, actors: actors)
    if kind == .actor { json = json.setting("id", .number(Double(number + 1))) }
    var item = JudgedItem(
      RecordItem(
        kind: correction.kind, number: number + 1, json: json.compact, pointer: correction.pointer,
        rule: RecordItem.userRule, rulebook: correction.rulebook ?? ""))
    item.verdict = correction.verdict
    item.correction = correction.id
    item.isReadOtherwise = true
    judged.append(item)
  }

  /// Numbers of actors by name; names that two bear are left out.
  static func actorNumbers(_ items: [RecordItem]) -> [String: Int] {
    var numbers: [String: Int?] = [:]
    for item in items where item.kind == ItemKind.actor.rawValue {
      guard let name = JSONValue(text: item.json)?["name"]?.string else { continue }
      numbers[name] = numbers[name] == nil ? .some(item.number) : .some(nil)
    }
    return numbers.compactMapValues(\.self)
  }
}
