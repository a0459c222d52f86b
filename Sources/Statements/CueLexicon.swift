internal import CTables
internal import Lexicons
internal import Records

/// Words that may be cues, with the act they stand for and the constructions they are known for
/// (`statement-cues.tsv`).
struct CueLexicon: Sendable {
  struct Entry: Sendable {
    var act: Attribution.Act
    var frames: FrameSet
    /// Prepositions that lead to the content.
    var prepositions: Set<String>
  }

  enum WordClass: String, Sendable, CaseIterable {
    case verb, noun, adjective
    /// Nouns that name what speaks though it is no person: "poll".
    case artefact
    /// Verbs that only lend aspect or modality to the next: "seem", "begin".
    case raising
    /// Verbs whose passive tells what their subject thinks: "she was shocked that".
    case experiencer
    /// Nouns of a point of view: "in her opinion".
    case view

    /// Its place among all.
    var index: Int {
      switch self {
      case .verb: 0
      case .noun: 1
      case .adjective: 2
      case .artefact: 3
      case .raising: 4
      case .experiencer: 5
      case .view: 6
      }
    }
  }

  /// By word: the number of its entry for each class, or -1.
  private var numbers: [String: SIMD8<Int16>] = [:]
  private(set) var entries: [Entry] = []

  static let table = CueLexicon(DataTable.rows(dateline_table_statement_cues()))

  init(_ rows: [[String]]) {
    for row in rows where row.count >= 3 {
      guard let wordClass = WordClass(rawValue: row[0]), let act = Attribution.Act(rawValue: row[1])
      else { continue }
      var entry = Entry(act: act, frames: FrameSet(), prepositions: [])
      for field in row.count > 3 ? row[3].split(separator: " ").map(String.init) : [] {
        if let frame = Frame(name: field) {
          entry.frames.insert(frame)
        } else {
          entry.prepositions.insert(field)
          entry.frames.insert(Self.prepositional(wordClass))
        }
      }
      for word in row[2].split(separator: " ").map(String.init) {
        let known = number(word)[wordClass.index]
        if known >= 0 {
          let number = Int(known)
          // The first row's act stays.
          entries[number].frames.formUnion(entry.frames)
          entries[number].prepositions.formUnion(entry.prepositions)
        } else {
          numbers[word, default: Self.unknown][wordClass.index] = Int16(entries.count)
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

  /// The numbers of a word's entries, by the index of the class; -1 where it has none.
  func number(_ word: String) -> SIMD8<Int16> { numbers[word] ?? Self.unknown }

  private static let unknown = SIMD8<Int16>(repeating: -1)
}
