package import Records

extension EventType {
  /// The scheme's score of conflict and cooperation, -10 to 10, of a mode; the type's own where the
  /// manual gives the mode none.
  package func score(ofMode mode: String?) -> Double {
    mode.flatMap { Self.modeScores[self]?[$0] } ?? score
  }

  /// PLOVER manual 0.8, table of modes.
  private static let modeScores: [EventType: [String: Double]] = [
    .consult: ["visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5],
    .retreat: [
      "withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5,
    ],
    .request: ["assist": 0.5, "change": -1, "yield": -1, "meet": 0],
    .reject: ["assist": -1.5, "change": -2, "yield": -2, "meet": -2],
    .accuse: ["disapprove": -2, "investigate": -3.5, "allege": -3.5],
    .threaten: [
      "restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4,
      "violence": -3.5,
    ],
    .protest: [
      "demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5,
    ],
    .sanction: ["convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6],
    .mobilize: ["troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6],
    .coerce: [
      "seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5,
      "arrest": -7, "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7,
    ],
    .assault: [
      "abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5,
      "destroy": -8.5, "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5,
      "aerial": -9.5, "drone": -9.5, "heavy-weapons": -9.5, "crowd-control": -7.5,
      "unconventional": -10,
    ],
  ]

  /// Modes that reports of one event take for one another: what flew, or what a march became.
  private static let nearModes: [EventType: Set<String>] = [
    .assault: ["aerial", "drone", "heavy-weapons", "explosives"],
    .protest: ["demo", "obstruct", "riot"],
  ]

  func areNear(_ mode: String, _ other: String) -> Bool {
    Self.nearModes[self].map { $0.contains(mode) && $0.contains(other) } ?? false
  }

  /// Meetings and what is agreed or done together: who stands first says nothing.
  package var isMutual: Bool { self == .consult || self == .agree || self == .cooperate }
}
