import Records

/// Times of day and zones, as they stand beside a date.
extension DateScanner {
  /// The time of day behind a date that ends before piece `start`, and the index behind it: "09:20",
  /// "um 9.20 Uhr", "at 9:20 a.m. EDT", "kl. 09.20", "à 09h20", "T09:20:00+01:00", "午後9時20分".
  func time(behind start: Int, on day: Timestamp) -> (time: Timestamp.TimeOfDay, end: Int)? {
    var j = start
    var cued = false
    var parentheses = 0
    let limit = min(tokens.count, start + 8)
    while j < limit {
      if tokens[j].kind == .number {
        return clock(at: j, cued: cued, on: day, half: half(before: j))
      }
      if isMark(j, "(", "（") {
        parentheses += 1
      } else if isMark(j, ")", "）") {
        parentheses -= 1
      } else if isMark(j, ",", "-", "–", "—", "|", "·", "•", "/", ".", ":", "@", ";", "\u{60C}") {
      } else if let word = word(j) {
        let isCue = DateScanner.cues.contains(word)
        cued = cued || isCue
        guard
          isCue || parentheses > 0 || DateScanner.halves[word] != nil
            || (tokens[j].end - tokens[j].start == 3 && tokens[j].value > 0x4E00)
        else { return nil }
      } else {
        return nil
      }
      j += 1
    }
    return nil
  }

  /// Words between a date and the time of day.
  private static let cues: Set<String> = [
    "t", "at", "um", "à", "a", "alle", "ore", "las", "às", "as", "kl", "klo", "klokken", "o", "ob",
    "godz", "saat", "в", "об", "о", "у", "ve", "om", "los", "h", "uhr", "time", "ora", "u", "г",
    "ώρα", "στις", "pukul", "jam", "lúc", "ver", "år", "година", "від", "och", "i",
  ]

  /// Words for the halves of the day; true is the second.
  private static let halves: [String: Bool] = [
    "am": false, "pm": true, "오전": false, "오후": true, "πμ": false, "μμ": true, "ص": false,
    "م": true, "sa": false, "ch": true,
  ]

  /// 午前 and 午後 are two pieces, for Han characters stand alone; the same for 上午 and 下午.
  private func half(before j: Int) -> Bool? {
    guard let last = word(j - 1) else { return nil }
    if let half = DateScanner.halves[last] { return half }
    switch (word(j - 2), last) {
    case ("午", "前"), ("上", "午"): return false
    case ("午", "後"), ("下", "午"): return true
    default: return nil
    }
  }

  /// A time of day at piece `i`, which is a number. `cued` says that a word like "um" or "kl."
  /// stands before it, so that "9.20" is a time.
  func clock(
    at i: Int, cued: Bool, on day: Timestamp?, half leading: Bool? = nil
  ) -> (time: Timestamp.TimeOfDay, end: Int)? {
    guard let found = digits(at: i, cued: cued) else { return nil }
    var (hour, j) = (found.hour, found.end)
    if isFraction(j) { j += 2 }
    while let unit = word(j), ["uhr", "h", "hrs", "hs", "час", "klo", "น", "u"].contains(unit) {
      j += 1
    }
    var half = leading
    if half == nil, let (found, end) = halfOfDay(at: j) { (half, j) = (found, end) }
    if half == true, hour < 12 { hour += 12 }
    if half == false, hour == 12 { hour = 0 }
    if hour == 24, found.minute == 0 { hour = 0 }
    guard hour < 24, found.minute < 60, found.second <= 60 else { return nil }
    var time = Timestamp.TimeOfDay(hour: hour, minute: found.minute, second: found.second)
    if let (offset, end) = zone(at: j, on: day), abs(offset) <= 18 * 60 {
      time.offset = offset
      j = end
    }
    return (time, j)
  }

  /// ".389" behind the seconds.
  private func isFraction(_ j: Int) -> Bool {
    isMark(j, ".", ",") && j + 1 < tokens.count && tokens[j + 1].kind == .number
      && !tokens[j].spaced && !tokens[j + 1].spaced && tokens[j - 1].kind == .number
      && tokens[j + 1].digits >= 3
  }

  private typealias Reading = (hour: Int, minute: Int, second: Int, end: Int)

  private func digits(at i: Int, cued: Bool) -> Reading? {
    if let hour = number(i) {
      if isMark(i + 1, ":", "："), let minute = number(i + 2, digits: 2...2) {
        guard isMark(i + 3, ":"), let second = number(i + 4, digits: 1...2) else {
          return (hour, minute, 0, i + 3)
        }
        return (hour, minute, second, i + 5)
      }
      if isMark(i + 1, "."), let minute = number(i + 2, digits: 2...2), !tokens[i + 2].spaced,
        cued || word(i + 3) == "uhr" || word(i + 3) == "h" || halfOfDay(at: i + 3) != nil
      {
        return (hour, minute, 0, i + 3)
      }
      return spelled(hour, at: i)
    }
    // "0920 GMT"
    if let packed = number(i, digits: 4...4), packed < 2400, packed % 100 < 60,
      let unit = printedWord(i + 1), ["GMT", "UTC", "hrs", "HRS"].contains(unit)
    {
      return (packed / 100, packed % 100, 0, i + 1)
    }
    return nil
  }

  /// "9時20分", "9시 20분", "09h20", "9 Uhr", "9 am".
  private func spelled(_ hour: Int, at i: Int) -> Reading? {
    guard let unit = word(i + 1) else { return nil }
    switch unit {
    case "時", "时", "点", "시":
      let minute = number(i + 2)
      let closed = word(i + 3).map { ["分", "분"].contains($0) } ?? false
      guard let minute, closed else { return (hour, 0, 0, i + 2) }
      return (hour, minute, 0, i + 4)
    case "h":
      guard let minute = number(i + 2, digits: 2...2), !tokens[i + 2].spaced else {
        return tokens[i + 1].spaced ? nil : (hour, 0, 0, i + 2)
      }
      return (hour, minute, 0, word(i + 3) == "min" ? i + 4 : i + 3)
    case "uhr": return (hour, 0, 0, i + 2)
    default:
      return halfOfDay(at: i + 1) != nil && hour <= 12 ? (hour, 0, 0, i + 1) : nil
    }
  }

  /// "am", "PM", "a.m.", "p. m." at piece `i`.
  private func halfOfDay(at i: Int) -> (Bool, end: Int)? {
    guard let first = word(i) else { return nil }
    if first == "am" || first == "pm" { return (first == "pm", i + 1) }
    guard first == "a" || first == "p", isMark(i + 1, "."), word(i + 2) == "m" else { return nil }
    return (first == "p", isMark(i + 3, ".") ? i + 4 : i + 3)
  }

  /// The zone at piece `i`: "Z", "+01:00", "CEST", "(MEZ)", "GMT+1", "UTC".
  private func zone(at i: Int, on day: Timestamp?) -> (offset: Int, end: Int)? {
    var j = i
    let parenthesis = isMark(j, "(")
    if parenthesis { j += 1 }
    guard let word = printedWord(j) else { return signedOffset(at: j, glued: false) }
    let known = day.flatMap { ZoneNames.offset(word, on: $0) } ?? ZoneNames.offset(word)
    guard let name = word == "z" ? 0 : known else { return nil }
    j += 1
    // "GMT-4" is four hours behind; "CET+1" is nobody's.
    if name == 0, let (offset, end) = signedOffset(at: j, glued: true) {
      return (offset, isMark(end, ")") && parenthesis ? end + 1 : end)
    }
    if parenthesis, isMark(j, ")") { j += 1 }
    return (name, j)
  }

  /// "+0100", "-05:00", "+2"; short forms only behind the name of a zone or glued to the time.
  private func signedOffset(at i: Int, glued: Bool) -> (Int, Int)? {
    guard isMark(i, "+", "-", "\u{2212}"), i + 1 < tokens.count, !tokens[i + 1].spaced else {
      return nil
    }
    let sign = tokens[i].isMark("+") ? 1 : -1
    if let packed = number(i + 1, digits: 4...4) {
      return (sign * (packed / 100 * 60 + packed % 100), i + 2)
    }
    guard let hours = number(i + 1), hours <= 18 else { return nil }
    if isMark(i + 2, ":"), let minutes = number(i + 3, digits: 2...2) {
      return (sign * (hours * 60 + minutes), i + 4)
    }
    return glued || !tokens[i].spaced ? (sign * hours * 60, i + 2) : nil
  }
}
