internal import Records

/// Days and months without their year, weekdays without their week: which of them is meant.
extension TimeResolver {
  func withoutYear(_ fields: TimeFields, _ input: TimeReadingInput) -> TimeMeaning? {
    if let month = fields["month"], let day = fields["day"], !isPossible(month, day) {
      return TimeMeaning(.date, nil)
    }
    // A parse may take the next line for the same sentence: that of the past only.
    if let written = context.writtenYear, written.sentence == input.sentence,
      written.line == input.line || input.tense == .past,
      direction(fields) == nil, fields["ordinal"] == nil
    {
      return inYear(written.year, fields, .expression(String(written.year)))
    }
    if let (base, shift) = direction(fields) {
      return directed(fields, base, shift)
    }
    guard let today = context.today else { return open(fields) }
    let candidates = (-1...1).compactMap { inYear(today.year + $0, fields, .publication) }
    return nearest(
      candidates, today, input, weekday: fields.has("day") ? fields["weekday"] : nil)
  }

  private func isPossible(_ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= Timestamp.days(inMonth: month, of: 2000)
  }

  /// The form of TIMEX3 for a day whose year is not known.
  private func open(_ fields: TimeFields) -> TimeMeaning? {
    guard let meaning = inYear(2000, fields, nil), let value = meaning.value else { return nil }
    if let holiday = fields["holiday"], !isFixed(book.lexicon.holidayDays[holiday]) {
      return TimeMeaning(.date, "XXXX-XX-XX")
    }
    return TimeMeaning(.date, "XXXX" + value.dropFirst(4))
  }

  private func isFixed(_ holiday: String) -> Bool {
    holiday.utf8.count == 5 && holiday.first?.isNumber == true
  }

  /// By the tense: the last before, the first after, or the nearest one.
  private func nearest(
    _ candidates: [TimeMeaning], _ today: CivilDay, _ input: TimeReadingInput, weekday: Int?
  ) -> TimeMeaning? {
    let known = candidates.filter { $0.point != nil }
    guard !known.isEmpty else { return candidates.first }
    if let weekday {
      let agreeing = known.filter { $0.point?.start.weekday == weekday }
      if let first = agreeing.first { return first }
    }
    let current = known.filter { meaning in
      guard let point = meaning.point, let next = point.shifted(1) else { return false }
      return point.grain < .day && point.start <= today && today < next.start
        && point.grain != .season
    }
    if let current = current.first { return current }
    let fitting = input.isDecided ? known.filter { isOnSide(input.tense, of: today, $0) } : known
    return (fitting.isEmpty ? known : fitting).min {
      distance($0, today, input.tense) < distance($1, today, input.tense)
    }
  }

  private func isOnSide(_ tense: Tense, of today: CivilDay, _ meaning: TimeMeaning) -> Bool {
    guard let start = meaning.point?.start else { return false }
    return tense == .future
      ? start >= today : start.number <= today.number + Self.slackOfStamp
  }

  /// Days that a report may be ahead of the day it is stamped with.
  private static let slackOfStamp = 2

  /// Days between a stretch and the day of publication, counted less on the side that the tense
  /// points to; without a tense less on that of the past, which news tells of.
  private func distance(_ meaning: TimeMeaning, _ today: CivilDay, _ tense: Tense) -> Double {
    guard let point = meaning.point else { return .infinity }
    let from = today.number
    let start = point.start.number
    // What a quarter brought is told when it is over, and then as what is expected of it too.
    let likely = point.grain == .quarter ? Self.likelyQuarter : Self.likely
    if start > from { return Double(start - from) * (tense == .future ? likely : 1) }
    let length = point.grain == .season ? 91 : (point.shifted(1)?.start.number ?? start) - start
    let end = point.grain == .day ? start : start + length - 1
    guard end < from else { return 0 }
    switch tense {
    case .past: return Double(from - end) * likely
    case .future: return Double(from - end)
    case .present, .unknown: return Double(from - end) * Self.undecided
    }
  }

  /// Weights of distances: with a verb in the past, a month nine months back is still nearer than
  /// the next one, but a day that comes in a fortnight is not a year old.
  private static let likely = 0.1
  private static let likelyQuarter = 0.3
  private static let undecided = 0.7

  /// "last March", "next Christmas", "this fall", "the following May".
  private func directed(_ fields: TimeFields, _ base: Base, _ shift: Int) -> TimeMeaning? {
    guard let (origin, anchor) = origin(base, coarserThan: .year) else { return open(fields) }
    let from = origin.start
    if shift == 0 { return inYear(from.year, fields, anchor) }
    let candidates = (-1...1).compactMap { inYear(from.year + $0, fields, anchor) }
    if shift < 0 {
      return candidates.last { meaning in
        guard let point = meaning.point else { return false }
        let end = point.grain == .day ? point.start : point.shifted(0)?.start ?? point.start
        return end < from && !isCurrent(point, from)
      }
    }
    return candidates.first { meaning in
      guard let point = meaning.point else { return false }
      return point.start > from
    }
  }

  private func isCurrent(_ point: TimePoint, _ day: CivilDay) -> Bool {
    guard point.grain < .day else { return point.start == day }
    if point.grain == .season {
      return (point.start.adding(months: 3)).map { point.start <= day && day < $0 } ?? false
    }
    return (point.shifted(1)?.start).map { point.start <= day && day < $0 } ?? false
  }

  func weekday(_ weekday: Int, _ fields: TimeFields, _ input: TimeReadingInput) -> TimeMeaning? {
    let tense = input.tense
    let direction = direction(fields)
    guard let (origin, anchor) = origin(direction?.base ?? .today, coarserThan: .week) else {
      return TimeMeaning(.date, "XXXX-WXX-\(weekday)")
    }
    let from = origin.start
    let back = (from.weekday - weekday + 7) % 7
    let ahead = (weekday - from.weekday + 7) % 7
    if fields["unit"] != nil || fields["ofweek"] != nil, let shift = direction?.shift {
      return day(from, weekday - from.weekday + 7 * shift, anchor)
    }
    switch direction?.shift {
    case .some(let shift) where shift < 0: return day(from, back == 0 ? -7 : -back, anchor)
    case .some(let shift) where shift > 0: return day(from, ahead == 0 ? 7 : ahead, anchor)
    case .some: return day(from, tense == .past ? -back : ahead, anchor)
    case .none where isAheadOfStamp(ahead, input): return day(from, ahead, anchor)
    case .none: return day(from, tense == .future ? ahead : -back, anchor)
    }
  }

  /// The first sentences of a report name its own day without a preposition. Where that is the
  /// day after publication, the clock where it was written was ahead of the one it was stamped by.
  private func isAheadOfStamp(_ ahead: Int, _ input: TimeReadingInput) -> Bool {
    ahead == 1 && input.isReported && input.sentence <= Self.lead
  }

  /// A dateline may be read as a sentence or two.
  private static let lead = 2

  /// Without a value where the calendar ends.
  private func day(_ from: CivilDay, _ shift: Int, _ anchor: TimeAnchor) -> TimeMeaning {
    from.adding(days: shift).map { TimeMeaning(.day($0), anchor: anchor) }
      ?? TimeMeaning(.date, nil)
  }
}
