internal import CTables
internal import Lexicons

/// Words that the rules of statements ask for by class, from `statement-words.tsv`.
struct StatementWords: Sendable {
  static let standard = StatementWords(DataTable.rows(dateline_table_statement_words()))

  /// Words for criticism that are words for blows too: "attack".
  let blows: Set<String>
  /// Who strikes with arms.
  let fighters: Set<String>
  /// What is struck, not criticized.
  let hit: Set<String>
  /// Who is struck.
  let victims: Set<String>
  let weapons: Set<String>
  /// What is said or thought, beside the nouns that are cues.
  let spoken: Set<String>
  /// Prepositions that lead to what somebody is criticized for.
  let reproaches: Set<String>
  /// Nouns of those whom headlines quote by what they are: "minister".
  let speakers: Set<String>

  /// - rows: class, words.
  init(_ rows: [[String]]) {
    let classes = DataTable.classes(rows)
    blows = classes["blow"] ?? []
    fighters = classes["fighter"] ?? []
    hit = classes["hit"] ?? []
    victims = classes["victim"] ?? []
    weapons = classes["weapon"] ?? []
    spoken = classes["spoken"] ?? []
    reproaches = classes["reproach"] ?? []
    speakers = classes["speaker"] ?? []
  }
}
