internal import Records

/// "last week", "this month", "the following day", "that year", "the quarter".
extension TimeResolver {
  func unit(_ fields: TimeFields, _ tense: Tense) -> TimeMeaning? {
    guard let code = fields["unit"].map(TimeCode.text) else { return nil }
    let (base, shift) = direction(fields) ?? (.today, 0)
    switch code {
    case "H", "N", "S": return short(code, base, shift)
    case "D": return day(base, shift)
    case "Q" where base == .text && context.lastQuarter != nil: return spokenQuarter(shift)
    case "Q" where fields.has("latest"): return latestQuarter()
    case "Q" where fields.has("the"): return spokenQuarter(0) ?? latestQuarter()
    case "w": return weekend(base, shift, tense)
    case "F": return TimeMeaning(.duration, "P2W")
    default: break
    }
    guard let grain = Self.grain(code) else { return nil }
    guard let (origin, anchor) = origin(base, coarserThan: grain) else {
      return TimeMeaning(.date, Self.open(code))
    }
    // Beyond the calendar there is no value.
    guard let point = TimePoint.containing(origin.start, grain)?.shifted(shift) else {
      return TimeMeaning(.date, nil)
    }
    return TimeMeaning(point, anchor: anchor)
  }

  static func grain(_ code: String) -> TimePoint.Grain? {
    switch code {
    case "Y": .year
    case "M": .month
    case "W": .week
    case "Q": .quarter
    case "E": .decade
    case "C": .century
    case "D": .day
    default: nil
    }
  }

  private static func open(_ code: String) -> String {
    switch code {
    case "M": "XXXX-XX"
    case "W": "XXXX-WXX"
    case "Q": "XXXX-QX"
    case "E": "XXX"
    case "C": "XX"
    default: "XXXX"
    }
  }

  /// "the last hour" is a length of time; "this minute" says nothing.
  private func short(_ code: String, _ base: Base, _ shift: Int) -> TimeMeaning? {
    guard base == .today, shift != 0, code == "H" else { return nil }
    return TimeMeaning(.duration, "PT1H")
  }

  /// Days have names for their nearness, so that "the next day" counts from what was told.
  private func day(_ base: Base, _ shift: Int) -> TimeMeaning? {
    if base == .today, shift < 0 { return nil }
    guard let point = context.lastDay ?? context.todayPoint else {
      return TimeMeaning(.date, "XXXX-XX-XX")
    }
    let anchor: TimeAnchor =
      context.lastDay == nil ? .publication : .expression(point.value)
    return point.start.adding(days: shift).map { TimeMeaning(.day($0), anchor: anchor) }
  }

  /// "the quarter", "that quarter": the one spoken of.
  private func spokenQuarter(_ shift: Int) -> TimeMeaning? {
    guard let quarter = context.lastQuarter else { return nil }
    return quarter.shifted(shift).map { TimeMeaning($0, anchor: .expression(quarter.value)) }
  }

  /// The one spoken of, if it is over; else that which ended last.
  private func latestQuarter() -> TimeMeaning? {
    guard let today = context.today, let ended = endedQuarter(today) else {
      return spokenQuarter(0) ?? TimeMeaning(.date, "XXXX-QX")
    }
    if let spoken = context.lastQuarter, spoken.start <= ended.start { return spokenQuarter(0) }
    return TimeMeaning(ended, anchor: .publication)
  }

  /// "the weekend": the last one, unless what is told is to come.
  private func weekend(_ base: Base, _ shift: Int, _ tense: Tense) -> TimeMeaning? {
    guard let (origin, anchor) = origin(base, coarserThan: .week),
      let current = TimePoint.containing(origin.start, .weekend)
    else { return TimeMeaning(.date, "XXXX-WXX-WE") }
    var shift = shift
    if base == .today, shift == 0, tense != .future, origin.start.weekday < 6 { shift = -1 }
    return current.shifted(shift).map { TimeMeaning($0, anchor: anchor) }
  }
}
