internal import Records

/// Days, and months, quarters, halves, seasons and years, said in full or in part.
extension TimeResolver {
  func date(_ input: TimeReadingInput) -> TimeMeaning? {
    let fields = input.fields
    if fields["era"] == -1 { return beforeChrist(fields) }
    guard var meaning = calendar(fields, input) else { return nil }
    if let days = fields["later"] { meaning = later(meaning, days) }
    if let toward = fields["toward"], let weekday = fields["weekday"] {
      meaning = weekdayBeside(meaning, weekday, toward)
    }
    if fields.has("edge") || fields.has("nth") { meaning = dayWithin(meaning, fields) }
    if fields["week"] != nil, let day = meaning.point?.start,
      let week = TimePoint.containing(day, .week)
    {
      meaning = TimeMeaning(week, anchor: meaning.anchor)
    }
    guard let suffix = suffix(fields) else { return meaning }
    return with(suffix, meaning)
  }

  private func beforeChrist(_ fields: TimeFields) -> TimeMeaning? {
    guard let year = fields["year"], year <= 9999 else { return TimeMeaning(.date, nil) }
    return TimeMeaning(.date, "BC" + TimePoint.padded(year, 4))
  }

  private func later(_ meaning: TimeMeaning, _ days: Int) -> TimeMeaning {
    guard let point = meaning.point, let moved = point.start.adding(days: days) else {
      return meaning
    }
    return TimeMeaning(.day(moved), anchor: meaning.anchor)
  }

  /// "the Friday before Easter".
  private func weekdayBeside(_ meaning: TimeMeaning, _ weekday: Int, _ toward: Int) -> TimeMeaning {
    guard let day = meaning.point?.start else { return meaning }
    let gap = ((weekday - day.weekday) * toward + 6) % 7
    return dayMeaning(day.adding(days: toward * ((gap + 7) % 7 + 1)), meaning.anchor)
  }

  /// "the last day of March", "the first Monday in May".
  private func dayWithin(_ meaning: TimeMeaning, _ fields: TimeFields) -> TimeMeaning {
    guard let point = meaning.point else { return meaning }
    guard let nth = fields["nth"], let weekday = fields["weekday"] else {
      let day = fields["edge"] == 1 ? point.start : point.shifted(1)?.start.adding(days: -1)
      return dayMeaning(day, meaning.anchor)
    }
    let number = nth == 0 ? 0 : fields["ordinal"] ?? 0
    guard nth == 0 || (1...5).contains(number) else { return TimeMeaning(.date, nil) }
    return dayMeaning(
      CivilDay.nth(number, weekday: weekday, of: point.start.month, in: point.start.year),
      meaning.anchor)
  }

  private func with(_ suffix: String, _ meaning: TimeMeaning) -> TimeMeaning {
    var meaning = meaning
    meaning.kind = .time
    if var point = meaning.point {
      guard point.grain >= .day else { return meaning }
      point.grain = .time
      point.suffix = suffix
      meaning.point = point
      meaning.value = point.value
    } else if let value = meaning.value {
      meaning.value = value + suffix
    }
    return meaning
  }

  /// "T10:35", "T16:08Z", "TNI"; `nil` where the words name no time of day.
  private func suffix(_ fields: TimeFields) -> String? {
    var hour = fields["hour"] ?? fields["hhword"]
    var minute = fields["minute"]
    let part = fields["part"].map(TimeCode.text)
    if let part, hour == nil { return "T" + part }
    if let both = fields["hhmm"] {
      hour = both / 100
      minute = both % 100
    }
    guard var hour else { return nil }
    if let early = minute, early < 0 {
      minute = early + 60
      hour = hour == 1 ? 12 : max(0, hour - 1)
    }
    if let pm = fields["pm"] ?? part.map({ Self.isAfternoon($0, hour) ? 1 : 0 }), hour <= 12 {
      hour = hour % 12 + 12 * pm
    }
    guard hour <= 24, (0...59).contains(minute ?? 0) else { return nil }
    var text = "T" + TimePoint.padded(hour, 2) + ":" + TimePoint.padded(minute ?? 0, 2)
    var zone = fields["zone"]
    // The hours of "GMT+8" are the last that were taken.
    if let sign = fields["zoneshift"], let hours = fields.all("hour").last {
      zone = sign * hours * 60
    }
    if let zone, zone != TimeZoneOffset.unknown {
      text += zone == 0 ? "Z" : zone < 0 ? "-" : "+"
      if zone != 0 {
        text += TimePoint.padded(abs(zone) / 60, 2) + ":" + TimePoint.padded(abs(zone) % 60, 2)
      }
    }
    return text
  }

  /// "seven in the evening"; "two at night" is before the morning.
  private static func isAfternoon(_ part: String, _ hour: Int) -> Bool {
    part == "AF" || part == "EV" || part == "NI" && (6...11).contains(hour)
  }

  private func calendar(_ fields: TimeFields, _ input: TimeReadingInput) -> TimeMeaning? {
    if fields["told"] != nil { return told() }
    if fields["run"] != nil { return runningDay(input) }
    if let shift = fields["shift"] { return nearDay(shift) }
    if fields["yearago"] != nil { return yearAgo(fields) }
    if let short = fields["yy"] { return inYear(fullYear(short), fields, nil) }
    if let year = fields["year"] { return inYear(year, fields, nil) }
    if fields["yr"] != nil || fields["yearend"] != nil || fields["endof"] != nil {
      return inRelativeYear(fields)
    }
    if fields["monthend"] != nil { return monthEnd() }
    if fields.has("month") || fields.has("season") || fields.has("holiday") || fields.has("ordinal")
    {
      return withoutYear(fields, input)
    }
    if let weekday = fields["weekday"] { return self.weekday(weekday, fields, input) }
    if let day = fields["day"] { return dayOfMonth(day) }
    return hereDay(fields)
  }

  /// "by that time": the one that the text is at.
  private func told() -> TimeMeaning? {
    context.last.map { TimeMeaning($0, anchor: .expression($0.value)) }
  }

  private func nearDay(_ shift: Int) -> TimeMeaning {
    guard let today = context.today else { return TimeMeaning(.date, "XXXX-XX-XX") }
    return dayMeaning(today.adding(days: shift), .publication)
  }

  /// "for a third straight day": that of the sentence, or of publication.
  private func runningDay(_ input: TimeReadingInput) -> TimeMeaning {
    if let day = context.lastDay, context.lastDaySentence == input.sentence {
      return TimeMeaning(day, anchor: .expression(day.value))
    }
    return nearDay(0)
  }

  /// The day the text is at, or that of publication: for "in the evening", "10:35 a.m.".
  private func hereDay(_ fields: TimeFields) -> TimeMeaning {
    let shift = fields["context"] ?? 0
    guard let point = context.lastDay ?? context.todayPoint else {
      return TimeMeaning(.date, "XXXX-XX-XX")
    }
    let isText = context.lastDay != nil
    return dayMeaning(
      point.start.adding(days: shift), isText ? .expression(point.value) : .publication)
  }

  private func dayOfMonth(_ day: Int) -> TimeMeaning? {
    guard let point = context.last, point.grain >= .month else {
      return context.today.flatMap { CivilDay($0.year, $0.month, day) }.map {
        TimeMeaning(.day($0), anchor: .publication)
      }
    }
    return CivilDay(point.start.year, point.start.month, day).map {
      TimeMeaning(.day($0), anchor: .expression(point.value))
    }
  }

  private func monthEnd() -> TimeMeaning {
    guard let today = context.today, let month = TimePoint.month(today.year, today.month),
      let end = month.shifted(1)?.start.adding(days: -1)
    else { return TimeMeaning(.date, "XXXX-XX-XX") }
    return TimeMeaning(.day(end), anchor: .publication)
  }

  /// What the fields name within a year; a day that the calendar does not have gets no value.
  func inYear(_ year: Int, _ fields: TimeFields, _ anchor: TimeAnchor?) -> TimeMeaning? {
    guard CivilDay.years.contains(year) else { return TimeMeaning(.date, nil) }
    if let month = fields["month"] {
      guard let day = fields["day"] else {
        return TimePoint.month(year, month).map { TimeMeaning($0, anchor: anchor) }
      }
      return dayMeaning(CivilDay(year, month, day), anchor)
    }
    if let season = fields["season"] {
      return TimePoint.season(year, TimeCode.text(season)).map { TimeMeaning($0, anchor: anchor) }
    }
    if let holiday = fields["holiday"] {
      return dayMeaning(CivilDay.holiday(book.lexicon.holidayDays[holiday], in: year), anchor)
    }
    if let number = fields["ordinal"] {
      let isHalf = fields["half"] != nil
      guard (1...(isHalf ? 2 : 4)).contains(number) else { return nil }
      let point = isHalf ? TimePoint.half(year, number) : TimePoint.quarter(year, number)
      return point.map { TimeMeaning($0, anchor: anchor) }
    }
    if fields["yearend"] != nil {
      return dayMeaning(CivilDay(year, 12, 31), anchor)
    }
    if fields["period"] != nil, let quarter = context.lastQuarter,
      let moved = quarter.shifted(years: year - quarter.start.year)
    {
      return TimeMeaning(moved, anchor: .expression(quarter.value))
    }
    return TimePoint.year(year).map { TimeMeaning($0, anchor: anchor) }
  }

  private func dayMeaning(_ day: CivilDay?, _ anchor: TimeAnchor?) -> TimeMeaning {
    guard let day else { return TimeMeaning(.date, nil) }
    return TimeMeaning(.day(day), anchor: anchor)
  }

  /// "the third quarter of last year", "March of that year", "year-end".
  private func inRelativeYear(_ fields: TimeFields) -> TimeMeaning? {
    let (base, shift) = direction(fields) ?? (.today, 0)
    guard let (point, anchor) = origin(base, coarserThan: .year) else {
      return TimeMeaning(.date, "XXXX")
    }
    return inYear(point.start.year + shift, fields, anchor)
  }

  /// "the year-ago quarter": what the text was at, a year before.
  private func yearAgo(_ fields: TimeFields) -> TimeMeaning? {
    if let number = fields["ordinal"], (1...4).contains(number),
      let year = (context.lastQuarter ?? context.todayPoint)?.start.year
    {
      return TimePoint.quarter(year - 1, number).map { TimeMeaning($0, anchor: .publication) }
    }
    if let quarter = context.lastQuarter, let past = quarter.shifted(years: -1) {
      return TimeMeaning(past, anchor: .expression(quarter.value))
    }
    guard let today = context.today else { return TimeMeaning(.date, "XXXX") }
    if fields["unit"] == TimeCode.number("Q"), let quarter = endedQuarter(today)?.shifted(years: -1)
    {
      return TimeMeaning(quarter, anchor: .publication)
    }
    return TimePoint.year(today.year - 1).map { TimeMeaning($0, anchor: .publication) }
  }

  func endedQuarter(_ today: CivilDay) -> TimePoint? {
    TimePoint.containing(today, .quarter)?.shifted(-1)
  }
}
