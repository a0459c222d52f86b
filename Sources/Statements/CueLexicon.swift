internal import CTables
internal import Lexicons
internal import Records

/// Words that may be cues, with the act they stand for and the constructions they are known for
/// (`statement-cues.tsv`).
struct CueLexicon: Sendable {
  struct Entry: Sendable {
    var act: Attribution.Act
    var frames: Set<Frame>
    /// Prepositions that lead to the content.
    var prepositions: Set<String>
  }

  enum WordClass: String, Sendable, CaseIterable {
    case verb, noun, adjective
    /// Nouns that name what speaks though it is no person: "poll".
    case artefact
    /// Verbs that only lend aspect or modality to the next: "seem", "begin".
    case raising
  }

  private var numbers: [WordClass: [String: Int]] = [:]
  private(set) var entries: [Entry] = []

  static let table = CueLexicon(DataTable.rows(dateline_table_statement_cues()))

  init(_ rows: [[String]]) {
    for row in rows where row.count >= 3 {
      guard let wordClass = WordClass(rawValue: row[0]), let act = Attribution.Act(rawValue: row[1])
      else { continue }
      var entry = Entry(act: act, frames: [], prepositions: [])
      for field in row.count > 3 ? row[3].split(separator: " ").map(String.init) : [] {
        if let frame = Frame(rawValue: field) {
          entry.frames.insert(frame)
        } else {
          entry.prepositions.insert(field)
          entry.frames.insert(Self.prepositional(wordClass))
        }
      }
      for word in row[2].split(separator: " ").map(String.init) {
        if let number = numbers[wordClass]?[word] {
          // The first row's act stays.
          entries[number].frames.formUnion(entry.frames)
          entries[number].prepositions.formUnion(entry.prepositions)
        } else {
          numbers[wordClass, default: [:]][word] = entries.count
          entries.append(entry)
        }
      }
    }
  }

  private static func prepositional(_ wordClass: WordClass) -> Frame {
    switch wordClass {
    case .noun: .nounPreposition
    case .adjective: .adjective
    default: .preposition
    }
  }

  func number(_ word: String, _ wordClass: WordClass) -> Int? { numbers[wordClass]?[word] }
}
