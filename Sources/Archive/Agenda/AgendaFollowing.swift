internal import Records

/// Finds which entries of the agenda a notice of a change means, and tells them so.
///
/// With an old date: entries of that date that share a word with the plan. Without one: the entries
/// still to come that share most of the plan's words, at least two; where these have different
/// dates, none, for nothing is guessed.
struct AgendaFollowing {
  private var entries: [AgendaEntry?]
  /// Entries by the words of their sentences.
  private var byWord: [String: [Int]] = [:]

  /// In the places of the entries; `nil` for one that only tells of the change of another.
  static func apply(_ notices: [AgendaNotice], to entries: [AgendaEntry]) -> [AgendaEntry?] {
    guard !notices.isEmpty else { return entries }
    var following = AgendaFollowing(entries)
    for notice in notices { following.follow(notice) }
    return following.entries
  }

  private init(_ entries: [AgendaEntry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      for word in PlanWords.words(entry.sentence) { byWord[word, default: []].append(index) }
    }
  }

  private mutating func follow(_ notice: AgendaNotice) {
    let own = entries.indices.filter { isOwn($0, notice) }
    var meant = self.meant(by: notice).filter { !own.contains($0) }
    if meant.isEmpty {
      // The notice alone knows of the plan: its own words for the old date are the entry.
      meant = own.filter { entries[$0].map { notice.old.contains($0.value) } ?? false }
    }
    guard !meant.isEmpty else { return }
    let isMoved = notice.new.flatMap { TimePeriod(value: $0) } != nil
    for index in meant { change(index, notice) }
    for index in own where !meant.contains(index) {
      guard let value = entries[index]?.value else { continue }
      if notice.old.contains(value) || isMoved && value == notice.new { entries[index] = nil }
    }
  }

  /// Whether an entry was read from the notice's own sentence.
  private func isOwn(_ index: Int, _ notice: AgendaNotice) -> Bool {
    guard let entry = entries[index] else { return false }
    return entry.report == notice.change.report && entry.sentence == notice.change.sentence
  }

  private func meant(by notice: AgendaNotice) -> [Int] {
    let words = PlanWords.words(notice.plan)
    var scores: [Int: Int] = [:]
    for word in words { for index in byWord[word] ?? [] { scores[index, default: 0] += 1 } }
    let known = scores.filter { index, _ in
      guard let entry = entries[index] else { return false }
      return entry.published.dayNumber <= notice.change.published.dayNumber
    }
    if !notice.old.isEmpty { return known.keys.filter { isDated($0, notice) }.sorted() }
    let least = max(2, (words.count * 3 + 4) / 5)
    let best = known.values.max() ?? 0
    guard best >= least else { return [] }
    let likely = known.filter { index, score in
      score == best
        && (entries[index]?.period.days.upperBound ?? 0) > notice.change.published.dayNumber
    }.keys.sorted()
    let dates = Set(likely.compactMap { entries[$0]?.value })
    return dates.count == 1 ? likely : []
  }

  /// A weekday without a date may have been read as the last one where the next was meant.
  private func isDated(_ index: Int, _ notice: AgendaNotice) -> Bool {
    guard let entry = entries[index] else { return false }
    return notice.old.contains { value in
      guard let old = TimePeriod(value: value) else { return false }
      if old.days.overlaps(entry.period.days) { return true }
      let isPast = old.days.lowerBound < notice.change.published.dayNumber
      return isPast && old.precision == .day
        && old.days.lowerBound + 7 == entry.period.days.lowerBound
    }
  }

  private mutating func change(_ index: Int, _ notice: AgendaNotice) {
    guard var entry = entries[index] else { return }
    if let new = notice.new, let period = TimePeriod(value: new),
      notice.change.outcome != .cancelled
    {
      if entry.was == nil { entry.was = entry.value }
      entry.value = new
      entry.period = period
      entry.status = .moved
    } else {
      entry.status = notice.change.outcome == .cancelled ? .cancelled : .postponed
    }
    entry.changes.append(notice.change)
    entries[index] = entry
  }
}

/// Words by which a plan is known again.
enum PlanWords {
  /// Letters and figures, lower case, the plural's "s" dropped; words that stand anywhere, and
  /// those of dates, are no sign.
  static func words(_ text: String) -> Set<String> {
    var words: Set<String> = []
    for part in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard part.count > 2, !part.allSatisfy(\.isNumber), !common.contains(String(part)) else {
        continue
      }
      let isPlural = part.count > 3 && part.hasSuffix("s") && !part.hasSuffix("ss")
      words.insert(String(isPlural ? part.dropLast() : part))
    }
    return words
  }

  private static let common: Set<String> = [
    "the", "and", "for", "that", "this", "with", "from", "was", "were", "are", "has", "have", "had",
    "been", "will", "would", "their", "its", "his", "her", "they", "she", "who", "which", "said",
    "not", "but", "all", "any", "also", "after", "before", "until", "between", "into", "over",
    "planned", "scheduled", "due", "set", "next", "last", "week", "month", "year", "day", "today",
    "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
