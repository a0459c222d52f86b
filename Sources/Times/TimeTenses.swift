internal import CTables
internal import Lexicons

/// Words that tell whether a time is past or to come, from `times-tenses.tsv`.
struct TimeTenses: Sendable {
  /// Auxiliaries under which something is to come.
  let modals: Set<String>
  /// Those of them that leave no doubt.
  let certain: Set<String>
  /// Verbs whose infinitive is still to come.
  let plans: Set<String>
  /// Verbs whose present tense looks ahead: "plans on Friday to meet".
  let intentions: Set<String>
  /// Verbs whose present tense tells of what is on the calendar.
  let calendar: Set<String>
  /// Verbs of arranging, and nouns for what is arranged for a day.
  let arrangements: Set<String>
  /// Verbs whose past tense leaves it open whether what they govern is over.
  let open: Set<String>

  init() {
    let classes = DataTable.classes(DataTable.rows(dateline_table_times_tenses()))
    modals = classes["modal"] ?? []
    certain = classes["certain"] ?? []
    plans = classes["plan"] ?? []
    intentions = classes["intention"] ?? []
    calendar = classes["calendar"] ?? []
    arrangements = classes["arrangement"] ?? []
    open = classes["open"] ?? []
  }
}
