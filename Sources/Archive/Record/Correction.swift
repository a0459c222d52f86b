package import Records

/// What the user said of an item.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case confirmed
  case rejected
  case corrected
}

/// The user's word on an item: a layer of its own, which outlives the rules that made the item.
package struct Correction: Sendable, Hashable, Identifiable {
  package var id: Int
  package var report: Int
  package var kind: String
  package var verdict: Verdict
  /// The item as the user wants it; of a corrected one only.
  package var json: String?
  /// The item as it was when it was judged; `nil` in archives of the first schema.
  package var judged: String?
  package var pointer: Pointer
  package var rule: String?
  package var rulebook: String?
  package var made: UnixTime
  /// When the user took it back.
  package var withdrawn: UnixTime?

  package init(
    id: Int = 0, report: Int, kind: String, verdict: Verdict, json: String?, judged: String?,
    pointer: Pointer, rule: String?, rulebook: String?, made: UnixTime, withdrawn: UnixTime? = nil
  ) {
    self.id = id
    self.report = report
    self.kind = kind
    self.verdict = verdict
    self.json = json
    self.judged = judged
    self.pointer = pointer
    self.rule = rule
    self.rulebook = rulebook
    self.made = made
    self.withdrawn = withdrawn
  }
}

/// An item with what the user said of it, where they said something.
package struct JudgedItem: Sendable, Hashable {
  /// As it holds now: a corrected one as the user wants it.
  package var item: RecordItem
  package var verdict: Verdict?
  /// The correction's id.
  package var correction: Int?
  /// The rules read these words otherwise now than when they were judged.
  package var isReadOtherwise = false

  package init(_ item: RecordItem) { self.item = item }
}
