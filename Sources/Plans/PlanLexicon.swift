internal import CTables
internal import Lexicons
internal import Records

/// The words of `plan-changes.tsv`.
struct PlanLexicon: Sendable {
  static let standard = PlanLexicon()

  enum Form: String, Sendable {
    case verb
    case noun
    /// Only with a new date.
    case verbTo = "verb-to"
    /// Only where it is negated.
    case verbNot = "verb-not"
  }

  struct Cue: Sendable {
    var outcome: PlanChange.Outcome
    var form: Form
    /// Particle or complement that must stand with it.
    var second: String?
    /// The table's words, which name the rule.
    var name: String
  }

  /// By lemma.
  private(set) var cues: [String: [Cue]] = [:]
  private(set) var doubts: Set<String> = []
  private(set) var modals: Set<String> = []
  private(set) var decisions: Set<String> = []
  /// Prepositions before the new and the old date.
  private(set) var to: Set<String> = []
  private(set) var from: Set<String> = []

  private init() {
    for row in DataTable.rows(dateline_table_plan_changes()) where row.count == 3 {
      let words = DataTable.list(row[2])
      if let outcome = PlanChange.Outcome(rawValue: row[0]), let form = Form(rawValue: row[1]) {
        for word in words { add(word, outcome, form) }
        continue
      }
      switch row[1] {
      case "doubt": doubts = Set(words)
      case "modal": modals = Set(words)
      case "decision": decisions = Set(words)
      case "to": to = Set(words)
      case "from": from = Set(words)
      default: break
      }
    }
  }

  private mutating func add(_ words: String, _ outcome: PlanChange.Outcome, _ form: Form) {
    let parts = words.split(separator: " ").map(String.init)
    guard let first = parts.first else { return }
    let name = (form == .verbNot ? "not-" : "") + parts.joined(separator: "-")
    cues[first, default: []].append(
      Cue(outcome: outcome, form: form, second: parts.count > 1 ? parts[1] : nil, name: name))
  }

  static var version: String {
    String(DataTable.checksum([dateline_table_plan_changes()]), radix: 16)
  }
}
