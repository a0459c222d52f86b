internal import Gazetteer
internal import Language
internal import Syntax

/// Finds the words that may name a place: what the recognizer takes for one, and what the gazetteer
/// or an earlier decision of the user's knows.
struct NameScanner {
  /// A name in the text that may be a place's.
  struct Name {
    var tokens: Range<Int>
    /// Of its words, 0 where nothing is left of them.
    var key: UInt64
    /// Whether the gazetteer has it.
    var isKnown: Bool
    /// The word behind or before it that says what it is ("Hebei province") where the gazetteer has
    /// the name without it only.
    var designator: Designator = .none
    /// Whether the recognizer took it, or what it stands in, for a place.
    var isRecognized: Bool
  }

  enum Designator: UInt8 {
    case none, country, region, county, city
  }

  /// Words of the longest name looked for: "Saint Vincent and the Grenadines", and one to spare.
  private static let longestName = 6

  private let text: PlaceText
  private let gazetteer: Gazetteer
  private let decisions: PlaceDecisions
  private var keys = NameKey()
  private var names: [Name] = []

  static func names(
    of text: PlaceText, _ gazetteer: Gazetteer, _ decisions: PlaceDecisions
  ) -> [Name] {
    var scanner = NameScanner(text: text, gazetteer: gazetteer, decisions: decisions)
    scanner.scan()
    scanner.readCounties()
    // "The South" is no name that a gazetteer could place.
    return scanner.names.filter { name in
      name.tokens.count > 1 || !text.wordClass(name.tokens.lowerBound).contains(.direction)
    }
  }

  private init(text: PlaceText, gazetteer: Gazetteer, decisions: PlaceDecisions) {
    self.decisions = decisions
    self.text = text
    self.gazetteer = gazetteer
  }

  private mutating func scan() {
    var token = 0
    while token < text.doc.count {
      let entity = text.entity(of: token)
      if let entity, entity.kind.isPlace, entity.tokens.lowerBound == token {
        scan(entity)
        token = max(entity.tokens.upperBound, names.last?.tokens.upperBound ?? 0)
      } else if isNameStart(token), let known = longest(from: token, to: text.doc.count) {
        if known.isKnown || decisions.mean(known.key) { names.append(designated(known)) }
        token = max(known.tokens.upperBound, names.last?.tokens.upperBound ?? 0)
      } else {
        token += 1
      }
    }
  }

  /// "Butler, Clark and Warren counties": each is a county.
  private mutating func readCounties() {
    for last in names.indices {
      let end = names[last].tokens.upperBound
      guard end < text.doc.count, text.tree.tag(end).isPlural,
        text.wordClass(end).contains(.countyWord)
      else { continue }
      var index = last
      while true {
        let name = text.doc.text(names[index].tokens)
        let key = keys.hash(name + " County")
        guard !gazetteer.matches(key).isEmpty else { break }
        names[index].key = key
        names[index].isKnown = true
        names[index].designator = .county
        guard index > 0,
          text.isRow(names[index - 1].tokens.upperBound..<names[index].tokens.lowerBound)
        else { break }
        index -= 1
      }
    }
  }

  /// A name that the recognizer took for a place.
  private mutating func scan(_ entity: PlaceText.Entity) {
    let tokens = trimmed(entity.tokens)
    guard let start = tokens.first else { return }
    if var known = longest(from: start, to: text.doc.count),
      known.tokens.upperBound >= tokens.upperBound
    {
      known.isRecognized = true
      if known.isKnown || decisions.mean(known.key) { names.append(designated(known)) }
      return
    }
    if let known = withoutDesignator(tokens) {
      names.append(known)
      return
    }
    // "Columbus, Ohio" and "downtown Columbus": a name at the end or before a comma.
    var found: [Name] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if text.isCapital(token), var known = longest(from: token, to: tokens.upperBound),
        known.isKnown,
        known.tokens.upperBound == tokens.upperBound
          || text.isText(known.tokens.upperBound, ",")
      {
        known.isRecognized = true
        found.append(known)
        token = known.tokens.upperBound
      } else {
        token += 1
      }
    }
    // The middle of an unknown name is none: "Glen" in "Watkins Glen International".
    let joined = found.allSatisfy { name in
      name.tokens.lowerBound == tokens.lowerBound
        || !text.isCapital(name.tokens.lowerBound - 1)
        || text.wordClass(name.tokens.lowerBound - 1).contains(.direction)
    }
    if !found.isEmpty, joined {
      names += found
    } else {
      names.append(
        Name(tokens: tokens, key: text.key(tokens, &keys), isKnown: false, isRecognized: true))
    }
  }

  /// Without "the" in front, a possessive and punctuation behind.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, text.tree.tag(start) == .dt || text.doc.isSpace(start) { start += 1 }
    while end > start,
      text.tree.tag(end - 1) == .pos || text.doc.isSpace(end - 1)
        || text.isText(end - 1, ".")
    {
      end -= 1
    }
    return start..<end
  }

  /// The longest name of the gazetteer that starts at a token.
  private mutating func longest(from start: Int, to limit: Int) -> Name? {
    var ends: [Int] = []
    var token = start
    while token < limit, token < start + Self.longestName, !text.doc.isSpace(token) {
      if text.isCapital(token)
        || token > start && (text.hasCapital(token) || text.tree.tag(token) == .cd)
      {
        ends.append(token + 1)
      } else if token == start || !isWithinName(token) {
        break
      }
      if text.doc.startsSentence(token), token > start { break }
      token += 1
    }
    for end in ends.reversed() {
      let key = text.key(start..<end, &keys)
      // Key 0: passed over by the caller, with all its words.
      if PlaceWords.never.contains(key) {
        return Name(tokens: start..<end, key: 0, isKnown: false, isRecognized: false)
      }
      guard key != 0 else { continue }
      if gazetteer.matches(key).isEmpty, decisions.mean(key) {
        return Name(tokens: start..<end, key: key, isKnown: false, isRecognized: false)
      }
      guard accepts(start..<end, key) else { continue }
      // "Dublin City" is a name of Dublin's, but "Dublin" says more of which.
      if end - start > 1, text.wordClass(end - 1).contains(.settlement),
        gazetteer.matches(key).allSatisfy(\.isAlternate),
        gazetteer.matches(text.key(start..<end - 1, &keys)).contains(where: { !$0.isAlternate })
      {
        continue
      }
      return Name(tokens: start..<end, key: key, isKnown: true, isRecognized: false)
    }
    return nil
  }

  /// "Hebei province" of the recognizer's, where the gazetteer has Hebei.
  private mutating func withoutDesignator(_ tokens: Range<Int>) -> Name? {
    guard tokens.count > 1, let kind = designator(tokens.upperBound - 1),
      let start = tokens.first, var known = longest(from: start, to: tokens.upperBound - 1),
      known.isKnown, known.tokens.upperBound == tokens.upperBound - 1
    else { return nil }
    known.tokens = tokens
    known.isRecognized = true
    known.designator = kind
    return known
  }

  /// A known name with what the word beside it says it is.
  private func designated(_ name: Name) -> Name {
    var name = name
    let end = name.tokens.upperBound
    if end < text.doc.count, let kind = designator(end) {
      name.designator = kind
      return name
    }
    if let kind = designatorOf(name.tokens.lowerBound) {
      name.designator = kind
    } else if let next = text.skip(end), !text.doc.startsSentence(next) {
      // "Ohio Gov.", "Orre's mayor".
      let noun = text.tree.tag(next) == .pos ? text.skip(next + 1) : next
      if let noun, let kind = office(noun) { name.designator = kind }
    }
    return name
  }

  /// What is said of the name behind "of": "the province of Hebei".
  private func designatorOf(_ start: Int) -> Designator? {
    guard let of = text.before(start), let noun = text.before(of), text.tree.lemma(of) == "of",
      !text.isCapital(noun)
    else { return nil }
    return designator(noun) ?? office(noun)
  }

  /// What an office is held in.
  private func office(_ token: Int) -> Designator? {
    let words = text.wordClass(token)
    return words.contains(.stateOffice) ? .region : words.contains(.cityOffice) ? .city : nil
  }

  private func designator(_ token: Int) -> Designator? {
    let words = text.wordClass(token)
    if words.contains(.regionWord) { return .region }
    if words.contains(.countyWord) { return .county }
    if words.contains(.cityWord) { return .city }
    return nil
  }

  private func isNameStart(_ token: Int) -> Bool {
    guard text.isCapital(token) else { return false }
    // Demonyms are no places: "Canadian" is a town in Texas.
    if let entity = text.entity(of: token), entity.kind == .norp, !isPlaced(token) { return false }
    // Nor are persons behind "Mr.".
    if let before = text.before(token), text.wordClass(before).contains(.honorific) { return false }
    return true
  }

  /// "in Punjab", "Punjab province": taken for a people, but standing where only a place can.
  private func isPlaced(_ token: Int) -> Bool {
    let tree = text.tree
    guard tree.tag(token) == .nnp else { return false }
    if token + 1 < text.doc.count, text.wordClass(token + 1).contains(.regionWord),
      tree.head(token) == token + 1
    {
      return true
    }
    return tree.relation(token) == .pobj && tree.head(token) == token - 1
      && text.wordClass(token - 1).contains(.locative)
  }

  private func isWithinName(_ token: Int) -> Bool {
    text.wordClass(token).contains(.joiner) || text.isText(token, "-") || text.isText(token, "'")
      || text.tree.tag(token) == .pos
  }

  /// Whether the gazetteer has a name, short ones as they are written only.
  private mutating func accepts(_ tokens: Range<Int>, _ key: UInt64) -> Bool {
    let matches = gazetteer.matches(key)
    guard !matches.isEmpty else { return false }
    let letters = text.letterCount(tokens)
    guard letters < 6, tokens.count == 1 else { return true }
    let hasStop = text.hasStop(tokens)
    if letters <= 2 {
      // "TX" behind a comma; "U.S." and "UK" anywhere.
      let isBehindComma = isAfterComma(tokens.lowerBound)
      if hasStop, isBehindComma { return true }
      guard text.isAllCapitals(tokens.lowerBound) else { return false }
      if hasStop { return true }
      guard let best = matches.first.flatMap({ gazetteer.place($0.place) }) else { return false }
      return best.kind == .country || isBehindComma
    }
    // "Miss." and "Mass." are states, "Miss" and "Mass" are none.
    if hasStop || text.isAllCapitals(tokens.lowerBound) || isAfterComma(tokens.lowerBound) {
      return true
    }
    return matches.contains { match in
      guard !match.isAlternate, let place = gazetteer.place(match.place) else { return false }
      return place.kind != .region || gazetteer.isOwnName(key, of: place, &keys)
    } || letters > 4 && matches.contains { gazetteer.place($0.place)?.kind != .region }
  }

  private func isAfterComma(_ token: Int) -> Bool {
    guard let comma = text.before(token), text.isText(comma, ","), let name = text.before(comma)
    else { return false }
    return text.isCapital(name)
  }
}
