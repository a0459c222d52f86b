internal import CTables
internal import Lexicons
internal import Records

/// The tables of events, read once.
struct EventLexicon: Sendable {
  /// What a verb, an adjective or a noun does to the deed that it governs.
  enum Embedding: String, Sendable {
    case fact, intend, future, hypothetical, negation, stop, drop, background
  }

  struct Composition: Sendable {
    var type: EventType
    var mode: String?
    var code: String?
  }

  private(set) var vocabulary = EventVocabulary()
  private(set) var frames: [EventFrame] = []
  private(set) var nouns: [DeedNoun] = []
  /// By the number of the first word, of a noun of the last: the frames, heaviest first.
  private(set) var framesOfWord: [Int32: [Int]] = [:]
  private(set) var nounsOfWord: [Int32: [Int]] = [:]
  private(set) var embeddings: [Int32: Embedding] = [:]
  private(set) var sectors: [Int32: String] = [:]
  private(set) var contexts: [Int32: String] = [:]
  private var classes: [String: Set<Int32>] = [:]
  private var meansOfWord: [Int32: String] = [:]
  private(set) var toWord: Int32 = -1
  private(set) var ofWord: Int32 = -1
  private(set) var persons: Set<Int32> = []
  private(set) var crowds: Set<Int32> = []
  private(set) var captives: Set<Int32> = []
  private(set) var forces: Set<Int32> = []
  /// Prepositions that take what follows for given.
  private(set) var grounds: Set<Int32> = []
  private var compositions: [EventOperation: [EventType: Composition]] = [:]

  static let standard = EventLexicon()

  static var tables: [DatelineTable] {
    [
      dateline_table_event_words(), dateline_table_event_embeddings(),
      dateline_table_event_compositions(), dateline_table_event_nouns(),
      dateline_table_event_verbs(), dateline_table_event_parties(), dateline_table_event_contexts(),
    ]
  }

  private init() {
    for row in DataTable.rows(dateline_table_event_words()) where row.count >= 2 {
      for word in DataTable.list(row[1]) {
        if word.hasPrefix("@") {
          classes[row[0], default: []].formUnion(classes[String(word.dropFirst())] ?? [])
        } else {
          classes[row[0], default: []].insert(vocabulary.add(word))
        }
      }
    }
    for row in DataTable.rows(dateline_table_event_embeddings()) where row.count >= 2 {
      guard let embedding = Embedding(rawValue: row[1]) else { continue }
      for word in DataTable.list(row[0]) {
        let number = vocabulary.add(word)
        if embeddings[number] == nil { embeddings[number] = embedding }
      }
    }
    for row in DataTable.rows(dateline_table_event_parties()) where row.count >= 2 {
      for word in DataTable.list(row[1]) { sectors[vocabulary.add(word)] = row[0] }
    }
    for row in DataTable.rows(dateline_table_event_contexts()) where row.count >= 2 {
      for word in DataTable.list(row[1]) { contexts[vocabulary.add(word)] = row[0] }
    }
    for row in DataTable.rows(dateline_table_event_compositions()) where row.count >= 5 {
      guard let operation = EventOperation(rawValue: row[0]), let type = EventType(rawValue: row[2])
      else { continue }
      for inner in DataTable.list(row[1]).compactMap(EventType.init(rawValue:)) {
        compositions[operation, default: [:]][inner] = Composition(
          type: type, mode: Self.value(row[3]), code: Self.value(row[4]))
      }
    }
    for row in DataTable.rows(dateline_table_event_nouns()) where row.count >= 4 { addNouns(row) }
    for row in DataTable.rows(dateline_table_event_verbs()) where row.count >= 6 { addFrames(row) }
    for (name, words) in classes where name.hasPrefix("by-") {
      for word in words { meansOfWord[word] = String(name.dropFirst(3)) }
    }
    toWord = vocabulary.add("to")
    ofWord = vocabulary.add("of")
    persons = words("person")
    crowds = words("people")
    captives = words("captive")
    forces = words("force")
    grounds = words("takenforgiven")
    for (word, list) in framesOfWord {
      framesOfWord[word] = list.sorted {
        (-frames[$0].weight, $0) < (-frames[$1].weight, $1)
      }
    }
    for (word, list) in nounsOfWord {
      nounsOfWord[word] = list.sorted {
        (-nouns[$0].modifiers.count, $0) < (-nouns[$1].modifiers.count, $1)
      }
    }
  }

  func composition(_ operation: EventOperation, _ type: EventType) -> Composition? {
    compositions[operation]?[type]
  }

  /// How an assault was done, by the word for the means.
  func means(_ word: Int32) -> String? { meansOfWord[word] }

  func words(_ name: String) -> Set<Int32> { classes[name] ?? [] }

  /// "-" stands for none.
  private static func value(_ field: String) -> String? { field == "-" ? nil : field }

  private mutating func addNouns(_ row: [String]) {
    let outcome = row[1].split(separator: "/").map(String.init)
    let roles = row[3].split(separator: " ").map(String.init)
    guard let type = outcome.first.flatMap(EventType.init(rawValue:)),
      let pattern = roles.first.flatMap(DeedNoun.Roles.init(rawValue:))
    else { return }
    for name in DataTable.list(row[0]) {
      let words = name.split(separator: " ").map { vocabulary.add(String($0)) }
      guard let head = words.last else { continue }
      nounsOfWord[head, default: []].append(nouns.count)
      nouns.append(
        DeedNoun(
          modifiers: Array(words.dropLast()), type: type,
          mode: outcome.count > 1 ? outcome[1] : nil, code: Self.value(row[2]), roles: pattern,
          standsAlone: !roles.contains("-"), name: name))
    }
  }

  private mutating func addFrames(_ row: [String]) {
    let conditions = row[1].split(separator: " ").filter { $0 != "-" }.compactMap {
      condition(String($0))
    }
    guard let outcome = outcome(row[2]) else { return }
    for verb in DataTable.list(row[0]) {
      let words = verb.split(separator: " ").map { vocabulary.add(String($0)) }
      guard let first = words.first else { continue }
      framesOfWord[first, default: []].append(frames.count)
      frames.append(
        EventFrame(
          furtherWords: Array(words.dropFirst()), conditions: conditions, outcome: outcome,
          code: Self.value(row[3]), sources: slots(row[4]), targets: slots(row[5]),
          name: row[1] == "-" ? verb : verb + " " + row[1]))
    }
  }

  private func outcome(_ field: String) -> EventFrame.Outcome? {
    switch field {
    case "none": return EventFrame.Outcome.none(silencesClause: false)
    case "none!": return EventFrame.Outcome.none(silencesClause: true)
    case "=": return .same
    default: break
    }
    let parts = field.split(separator: ":").map(String.init)
    if let operation = parts.first.flatMap(EventOperation.init(rawValue:)) {
      return .composed(
        operation, otherwise: parts.count > 1 ? EventType(rawValue: parts[1]) : nil)
    }
    let words = field.split(separator: "/").map(String.init)
    return words.first.flatMap(EventType.init(rawValue:)).map {
      .deed($0, mode: words.count > 1 ? words[1] : nil)
    }
  }

  private mutating func slots(_ field: String) -> [EventFrame.Slot] {
    field == "-" ? [] : DataTable.list(field).map { slot($0) }
  }

  private mutating func slot(_ name: String) -> EventFrame.Slot {
    switch name {
    case "subj": .subject
    case "obj": .object
    case "dobj": .directObject
    case "iobj": .indirectObject
    case "to": .infinitive
    case "that": .clause
    case "ing": .participle
    case "acomp": .complement
    case "advmod": .adverb
    case "oprd": .complement
    case "all": .all
    case "none": .nobody
    default: .preposition(vocabulary.add(name))
    }
  }

  private mutating func condition(_ field: String) -> EventFrame.Condition? {
    let isRequired = !field.hasPrefix("!")
    let parts = (isRequired ? field : String(field.dropFirst())).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    guard let name = parts.first else { return nil }
    return EventFrame.Condition(
      slot: slot(name), filler: filler(parts.count > 1 ? parts[1] : ""), isRequired: isRequired)
  }

  private mutating func filler(_ field: String) -> EventFrame.Filler {
    switch field {
    case "": return .any
    case "party": return .party
    case "thing": return .thing
    case "place": return .place
    case "country": return .country
    case "official": return .official
    default: break
    }
    // "country|force": one of these, or one of the words.
    for special in ["party", "place", "country", "official"] {
      var parts = field.split(separator: "|").map(String.init)
      if parts.count > 1, let index = parts.firstIndex(of: special) {
        parts.remove(at: index)
        return .either(filler(special), filler(parts.joined(separator: "|")))
      }
    }
    if field.hasPrefix("event") {
      let types = field.split(separator: ":").dropFirst().first.map(String.init) ?? ""
      return .deed(Set(types.split(separator: "|").compactMap { EventType(rawValue: String($0)) }))
    }
    var words: Set<Int32> = []
    for part in field.split(separator: "|").map(String.init) {
      words.formUnion(classes[part] ?? [vocabulary.add(part)])
    }
    return .words(words)
  }
}
