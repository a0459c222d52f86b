internal import Records

/// Lengths of time, what lies so far away, and what comes again and again.
extension TimeResolver {
  /// Counts (in thousandths) and the units they count, in the order of the words.
  private func parts(_ fields: TimeFields) -> [(count: Int, unit: String)] {
    let units = zip(fields.names, fields.values).filter { $0.0 == "unit" || $0.0 == "units" }
    var counts = fields.all("count")
    if counts.isEmpty { counts = [fields["vague"] != nil ? TimeNumbers.vague : 1000] }
    // A reading's "count=1" is in units, not thousandths.
    counts = counts.map { $0 == 1 ? 1000 : $0 }
    if fields["half"] != nil, let last = counts.indices.last, counts[last] >= 0 {
      counts[last] = fields.has("count") ? counts[last] + 500 : 500
    }
    return zip(counts, units).map { ($0, TimeCode.text($1.1)) }
  }

  func duration(_ fields: TimeFields) -> TimeMeaning? {
    if let code = fields["ref"] { return TimeMeaning(.duration, TimeCode.text(code)) }
    let parts = parts(fields)
    guard !parts.isEmpty else { return nil }
    var meaning = TimeMeaning(.duration, Self.value(parts))
    if fields["open"] != nil { meaning.anchor = .open }
    return meaning
  }

  /// ISO 8601 duration; "X" for a number that is not told.
  static func value(_ parts: [(count: Int, unit: String)]) -> String {
    var date = ""
    var time = ""
    for (count, unit) in parts {
      switch unit {
      case "H", "N", "S": time += clockLength(count, unit)
      case "E": date += count < 0 ? "XE" : number(count * 10) + "Y"
      case "C": date += count < 0 ? "XC" : number(count * 100) + "Y"
      case "K": date += count < 0 ? "XL" : number(count * 1000) + "Y"
      case "F": date += number(count < 0 ? count : count * 2) + "W"
      default: date += number(count) + unit
      }
    }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  private static func clockLength(_ count: Int, _ unit: String) -> String {
    let whole = unit == "N" ? "M" : unit
    guard count > 0, count % 1000 == 500, unit != "S" else { return number(count) + whole }
    let half = unit == "H" ? "30M" : "30S"
    return (count < 1000 ? "" : String(count / 1000) + whole) + half
  }

  private static func number(_ thousandths: Int) -> String {
    guard thousandths >= 0 else { return "X" }
    if thousandths % 1000 == 0 { return String(thousandths / 1000) }
    var digits = TimePoint.padded(thousandths % 1000, 3)
    while digits.hasSuffix("0") { digits.removeLast() }
    return String(thousandths / 1000) + "." + digits
  }

  /// "two years ago", "a week later", "three days from now".
  func ago(_ fields: TimeFields) -> TimeMeaning? {
    let parts = parts(fields)
    let sign = fields["sign"] ?? -1
    let isNow = fields["now"] != nil
    guard let (count, unit) = parts.first else { return nil }
    guard parts.allSatisfy({ $0.count >= 0 }) else {
      return vagueAgo(parts, sign, isNow: isNow)
    }
    if unit == "Y", parts.count == 1, count % 1000 == 0, let quarter = context.lastQuarter,
      let moved = quarter.shifted(years: sign * count / 1000), count <= 3000
    {
      return TimeMeaning(moved, anchor: .expression(quarter.value))
    }
    // "a minute later", or "two days later" where no day was told: there is nothing to count from.
    let isClock = ["H", "N", "S"].contains(unit)
    if !isNow, isClock || context.last == nil && unit != "Y" { return openLength(parts) }
    guard let (origin, anchor) = origin(isNow ? .today : .text, coarserThan: .century) else {
      return TimeMeaning(.date, "XXXX-XX-XX")
    }
    if ["H", "N", "S"].contains(unit) { return TimeMeaning(.time, origin.start.iso + "TXX:XX") }
    guard let day = moved(origin.start, parts, sign) else { return TimeMeaning(.date, nil) }
    let grain = Self.agoGrain(unit)
    // From something less exact than a day, the result is not more exact either.
    let coarse = origin.grain < grain && origin.grain != .season ? origin.grain : grain
    return TimePoint.containing(day, coarse).map { TimeMeaning($0, anchor: anchor) }
  }

  /// "several years ago"; "a few days later" says how long, but not exactly.
  private func vagueAgo(_ parts: [(count: Int, unit: String)], _ sign: Int, isNow: Bool)
    -> TimeMeaning
  {
    if isNow { return TimeMeaning(.date, sign < 0 ? "PAST_REF" : "FUTURE_REF") }
    return openLength(parts)
  }

  private func openLength(_ parts: [(count: Int, unit: String)]) -> TimeMeaning {
    var meaning = TimeMeaning(.duration, Self.value(parts))
    meaning.anchor = .open
    return meaning
  }

  private static func agoGrain(_ unit: String) -> TimePoint.Grain {
    switch unit {
    case "Y", "E", "C", "K": .year
    case "M", "Q": .month
    default: .day
    }
  }

  private func moved(_ day: CivilDay, _ parts: [(count: Int, unit: String)], _ sign: Int)
    -> CivilDay?
  {
    var day = day
    for (count, unit) in parts {
      let months = ["Y": 12, "M": 1, "Q": 3, "E": 120, "C": 1200, "K": 12000][unit]
      let days = ["W": 7, "D": 1, "F": 14][unit]
      let next =
        if let months { day.adding(months: sign * count * months / 1000) } else {
          day.adding(days: sign * count * (days ?? 0) / 1000)
        }
      guard let next else { return nil }
      day = next
    }
    return day
  }

  /// "every Monday", "daily", "twice a month".
  func set(_ fields: TimeFields) -> TimeMeaning? {
    var meaning = TimeMeaning(.set, setValue(fields))
    if fields["every"] != nil { meaning.quantity = "EVERY" }
    return meaning.value == nil ? nil : meaning
  }

  private func setValue(_ fields: TimeFields) -> String? {
    if let day = fields["weekday"] ?? fields["weekdays"] {
      return "XXXX-WXX-\(day)" + (fields["part"].map { "T" + TimeCode.text($0) } ?? "")
    }
    if let month = fields["month"] { return "XXXX-" + TimePoint.padded(month, 2) }
    if let season = fields["season"] { return "XXXX-" + TimeCode.text(season) }
    if let part = fields["part"] { return "T" + TimeCode.text(part) }
    if let days = fields["days"] { return "XXXX-WXX-" + TimeCode.text(days) }
    if let adverbial = fields["adverbial"] {
      let unit = TimeCode.text(adverbial)
      return unit == "Q" ? "P3M" : unit == "F" ? "P2W" : Self.value([(1000, unit)])
    }
    // "five times a week": the count is of times, not of weeks.
    guard let unit = fields.names.lastIndex(where: { $0 == "unit" || $0 == "units" }) else {
      return nil
    }
    let count = fields["every"] != nil ? fields["count"] ?? 1000 : 1000
    return Self.value([(count, TimeCode.text(fields.values[unit]))])
  }
}

extension CivilDay {
  var iso: String { TimePoint.day(self).value }
}
