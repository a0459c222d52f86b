internal import CTables
internal import Lexicons

/// The words of `times-words.tsv` and `times-zones.tsv` by class, and the holidays.
struct TimeLexicon: Sendable {
  struct Entry: Sendable {
    var name: String
    var value: Int
    /// The word means other things too.
    var isDoubtful: Bool
  }

  /// A holiday's name as words of the vocabulary.
  struct Holiday: Sendable {
    var words: [Int]
    /// Index of its day in `holidayDays`.
    var day: Int
  }

  private(set) var vocabulary = TimeVocabulary()
  /// By word.
  private(set) var entries: [Int: [Entry]] = [:]
  /// By first word, longest first.
  private(set) var holidays: [Int: [Holiday]] = [:]
  private(set) var holidayDays: [String] = []
  /// The words of each class.
  private(set) var wordSets: [String: WordSet] = [:]

  init() {
    for row in DataTable.rows(dateline_table_times_words()) where row.count == 3 {
      for word in DataTable.list(row[2]) { add(word, row[0], TimeCode.number(row[1])) }
    }
    for row in DataTable.rows(dateline_table_times_zones()) where row.count == 2 {
      add(row[0], "zone", Int(row[1]) ?? TimeZoneOffset.unknown)
    }
    for row in DataTable.rows(dateline_table_times_holidays()) where row.count == 2 {
      for name in DataTable.list(row[0]) { addHoliday(name, holidayDays.count) }
      holidayDays.append(row[1])
    }
    holidays = holidays.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ word: String, _ name: String, _ value: Int) {
    let isDoubtful = word.hasSuffix("?")
    let number = vocabulary.add(isDoubtful ? String(word.dropLast()) : word)
    entries[number, default: []].append(
      Entry(name: name, value: value, isDoubtful: isDoubtful))
    wordSets[name, default: WordSet()].insert(number)
  }

  private mutating func addHoliday(_ name: String, _ day: Int) {
    let words = Self.split(name).map { vocabulary.add($0) }
    guard let first = words.first else { return }
    holidays[first, default: []].append(Holiday(words: words, day: day))
  }

  /// A phrase as the scanner cuts it.
  static func split(_ phrase: String) -> [String] {
    var parts: [String] = []
    for word in phrase.split(separator: " ") {
      var rest = ""
      for character in word {
        if character.isLetter || character.isNumber {
          rest.append(character)
        } else {
          if !rest.isEmpty { parts.append(rest) }
          parts.append(String(character))
          rest = ""
        }
      }
      if !rest.isEmpty { parts.append(rest) }
    }
    return parts
  }

  mutating func add(literal: String) -> Int { vocabulary.add(literal) }

  func value(_ name: String, of word: Int) -> Entry? {
    entries[word]?.first { $0.name == name }
  }
}

/// Minutes east of UTC of a zone's name.
enum TimeZoneOffset {
  /// A name that several zones have.
  static let unknown = 10_000
}
