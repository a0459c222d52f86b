package import Records

/// A record written by hand: ranges are found by their words, so that a test reads as prose.
package struct RecordSketch {
  package let text: String
  package var record = Record(rulebook: "test")

  package init(_ text: String) {
    self.text = text
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      record.sentences.append(start..<start + line.count)
      start += line.count + 1
    }
  }

  /// The bytes of words, the n-th time they stand there; a word that is not there is an error of
  /// the test.
  package func words(_ words: String, _ occurrence: Int = 1) -> Range<Int> {
    let haystack = Array(text.utf8)
    let needle = Array(words.utf8)
    var left = occurrence
    for start in haystack.indices where haystack[start...].starts(with: needle) {
      left -= 1
      if left == 0 { return start..<start + needle.count }
    }
    fatalError("\"\(words)\" does not stand \(occurrence) times in the sketch")
  }

  /// Adds an actor and returns its number.
  @discardableResult
  package mutating func actor(
    _ name: String, _ kind: Actor.Kind = .person, country: String? = nil, sector: String? = nil,
    offices: [String] = [], mentions: [Range<Int>]? = nil
  ) -> Int {
    let ranges = mentions ?? [words(name)]
    var actor = Actor(
      id: record.actors.count, name: name, kind: kind,
      mentions: ranges.map { Actor.Mention(range: $0, form: .name) }, rule: "name")
    actor.country = country
    actor.sector = sector
    actor.roles = offices.map { Actor.Role(title: $0, country: country, rule: "apposition") }
    record.actors.append(actor)
    return actor.id
  }

  @discardableResult
  package mutating func statement(
    by actor: Int?, _ speaker: Range<Int>?, cue: String? = nil, _ content: String,
    kind: Attribution.Kind = .indirect
  ) -> Int {
    record.statements.append(
      Attribution(
        speaker: speaker.map { Attribution.Speaker(actor: actor, range: $0) },
        cue: cue.map { words($0) }, content: [words(content)], kind: kind, act: .speech,
        rule: "verb-clause"))
    return record.statements.count - 1
  }

  @discardableResult
  package mutating func event(
    _ type: EventType, _ word: String, source: [Event.Party], target: [Event.Party] = [],
    time: String? = nil, place: Int? = nil, status: Event.Status? = nil, statement: Int? = nil
  ) -> Int {
    let range = words(word)
    let sentence = record.sentences.firstIndex { $0.contains(range.lowerBound) } ?? 0
    var event = Event(
      type: type, sources: source, targets: target, range: range, sentence: sentence,
      rule: "verb-frame")
    event.time = time
    event.place = place
    event.status = status
    event.statement = statement
    record.events.append(event)
    return record.events.count - 1
  }

  package func party(_ actor: Int) -> Event.Party {
    let named = record.actors[actor]
    return Event.Party(
      actor: actor, range: named.mentions[0].range, country: named.country, sector: named.sector)
  }

  package mutating func time(_ words: String, _ value: String) {
    record.times.append(
      TimeExpression(range: self.words(words), kind: .date, value: value, rule: "date"))
  }

  @discardableResult
  package mutating func place(
    _ name: String, country: String? = nil, at point: Place.Point? = nil,
    _ precision: Place.Precision? = nil
  ) -> Int {
    var place = Place(range: words(name), name: name, rule: "gazetteer")
    place.country = country
    place.point = point
    place.precision = precision
    record.places.append(place)
    return record.places.count - 1
  }
}
