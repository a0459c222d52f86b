import CTables
import Lexicons
import Records
import Testing

@testable import Events

/// Every row of the tables is one that the rules understand.
@Suite struct EventTableTests {
  private let modes: [EventType: Set<String>] = [
    .consult: ["visit", "third-party", "multilateral", "phone"],
    .retreat: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
    .request: ["assist", "change", "yield", "meet"],
    .reject: ["assist", "change", "yield", "meet"],
    .accuse: ["disapprove", "investigate", "allege"],
    .threaten: ["restrict", "arrest", "relations", "expel", "territory", "violence"],
    .protest: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
    .sanction: ["convict", "expel", "withdraw", "discontinue"],
    .mobilize: ["troops", "weapons", "police", "militia"],
    .coerce: [
      "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
      "misinformation", "cyber",
    ],
    .assault: [
      "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
      "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
      "unconventional",
    ],
  ]

  private func isKnown(_ outcome: String) -> Bool {
    let parts = outcome.split(separator: "/").map(String.init)
    guard let type = parts.first.flatMap(EventType.init(rawValue:)) else { return false }
    return parts.count == 1 || modes[type]?.contains(parts[1]) == true
  }

  @Test func verbsHaveKnownOutcomes() {
    for row in DataTable.rows(dateline_table_event_verbs()) where row != [""] {
      #expect(row.count == 6, "\(row)")
      let operation = row[2].split(separator: ":").map(String.init)
      #expect(
        ["=", "none", "none!"].contains(row[2]) || isKnown(row[2])
          || (EventOperation(rawValue: operation[0]) != nil
            && (operation.count == 1 || isKnown(operation[1]))),
        "\(row)")
    }
  }

  @Test func nounsHaveKnownOutcomesAndRoles() {
    for row in DataTable.rows(dateline_table_event_nouns()) where row != [""] {
      #expect(row.count == 4, "\(row)")
      #expect(isKnown(row[1]), "\(row)")
      #expect(
        DeedNoun.Roles(rawValue: String(row[3].split(separator: " ")[0])) != nil, "\(row)")
    }
  }

  @Test func compositionsAreComplete() {
    for operation in [EventOperation.request, .threaten] {
      for type in EventType.allCases {
        #expect(EventLexicon.standard.composition(operation, type) != nil)
      }
    }
    for row in DataTable.rows(dateline_table_event_compositions()) where row != [""] {
      #expect(row.count == 5 && EventOperation(rawValue: row[0]) != nil, "\(row)")
    }
  }

  @Test func embeddingsAreKnown() {
    for row in DataTable.rows(dateline_table_event_embeddings()) where row != [""] {
      #expect(row.count == 2 && EventLexicon.Embedding(rawValue: row[1]) != nil, "\(row)")
    }
  }

  /// PLOVER's modes, each from a verb, a noun, a composition or, of an assault, a means.
  @Test func allModesAreReached() {
    var reached: Set<String> = []
    for row in DataTable.rows(dateline_table_event_verbs()) where row.count == 6 {
      reached.insert(row[2])
    }
    for row in DataTable.rows(dateline_table_event_nouns()) where row.count == 4 {
      reached.insert(row[1])
    }
    for row in DataTable.rows(dateline_table_event_compositions()) where row.count == 5 {
      reached.insert(row[2] + "/" + row[3])
    }
    for row in DataTable.rows(dateline_table_event_words()) where row[0].hasPrefix("by-") {
      reached.insert("ASSAULT/" + row[0].dropFirst(3))
    }
    for (type, modes) in modes {
      for mode in modes { #expect(reached.contains(type.rawValue + "/" + mode), "\(type) \(mode)") }
    }
  }

  /// PLOVER's contexts.
  @Test func allContextsHaveWords() {
    let contexts = Set(DataTable.rows(dateline_table_event_contexts()).map { $0[0] })
    for context in [
      "military", "intelligence", "executive", "legislative", "election", "political_institutions",
      "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
      "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
      "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
      "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
      "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
    ] {
      #expect(contexts.contains(context), "\(context)")
    }
  }

  /// What stands behind one of these is taken for given, and no other class of words has the name.
  @Test func prepositionsThatTakeForGivenAreRead() {
    let lexicon = EventLexicon.standard
    #expect(lexicon.grounds.count == 5)
    for word in ["after", "following", "since", "despite", "amid"] {
      #expect(lexicon.grounds.contains(lexicon.vocabulary.number(word)), "\(word)")
    }
  }

  @Test func framesAreMany() {
    #expect(EventLexicon.standard.frames.count > 1_000)
    #expect(EventLexicon.standard.nouns.count > 200)
  }
}
