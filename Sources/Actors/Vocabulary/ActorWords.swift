internal import CTables
internal import Lexicons

/// Words that the rules of actors ask for by class, from `actor-words.tsv`.
struct ActorWords: Sendable {
  static let standard = ActorWords(DataTable.rows(dateline_table_actor_words()))

  /// Behind the first word of a firm's name.
  let firms: Set<String>
  /// Behind a name and a hyphen, no part of the name.
  let joined: Set<String>
  /// Verbs that a name may seem to end in where all is in capitals.
  let headlines: Set<String>
  /// What a visitor does.
  let arrivals: Set<String>
  /// Verbs whose subject speaks in the quotation beside them.
  let speech: Set<String>
  /// Names of countries that men and women bear too.
  let givenNames: Set<String>
  /// What the name of a storm begins with, and the name of a law ends in.
  let storms: Set<String>
  let laws: Set<String>
  /// What makes a country's or a town's name another place's, before and behind it.
  let placeBefore: Set<String>
  let placeBehind: Set<String>
  /// Bodies of a chamber that may bear another country's name.
  let committees: Set<String>
  /// Titles of the offices whose holders a word stands for.
  let akin: [String: Set<String>]

  /// - rows: class, word, words.
  init(_ rows: [[String]]) {
    let classes = DataTable.classes(rows)
    firms = classes["firm"] ?? []
    joined = classes["joined"] ?? []
    headlines = classes["headline"] ?? []
    arrivals = classes["arrival"] ?? []
    speech = classes["speech"] ?? []
    storms = classes["storm"] ?? []
    laws = classes["law"] ?? []
    placeBefore = classes["place before"] ?? []
    placeBehind = classes["place behind"] ?? []
    committees = classes["committee"] ?? []
    givenNames = classes["given"] ?? []
    akin = Dictionary(
      uniqueKeysWithValues: classes.filter { $0.key.hasPrefix("akin ") }.map {
        (String($0.key.dropFirst(5)), $0.value)
      })
  }
}
