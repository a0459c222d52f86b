import Records

/// Finds dates among the pieces of a text.
///
/// Each form of a date has a function that tries it at one piece and says where it ends. A day
/// without a year is no date here: what is asked for is when a page was published.
struct DateScanner {
  /// A day of the calendar and the index of the piece behind it.
  struct Day {
    var year: Int
    var month: Int
    var day: Int
    var end: Int
    /// The piece at which a time of day stands within the date.
    var time: Int?
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [DateToken]
  /// BCP 47, for the order of "5/3/2024" and names of months that languages share.
  let language: String?

  /// Years that a date may have: of publications, and of what they tell.
  static let years = 1500...2150

  init(_ bytes: UnsafeBufferPointer<UInt8>, language: String?) {
    self.bytes = bytes
    self.language = language
    tokens = DateTokenizer.tokens(of: bytes)
  }

  /// All dates of the text with their UTF-8 ranges, in order.
  func matches() -> [DateText.Match] {
    var found: [DateText.Match] = []
    var timeBefore: (start: Int, end: Int)?
    var i = 0
    while i < tokens.count {
      if tokens[i].kind != .mark, let day = day(at: i),
        let date = Timestamp(year: day.year, month: day.month, day: day.day)
      {
        var match = DateText.Match(
          timestamp: date, range: tokens[i].start..<tokens[day.end - 1].end)
        var end = day.end
        if let within = day.time {
          match.timestamp.time = clock(at: within, cued: false, on: date)?.time
        } else if let (time, after) = time(behind: day.end, on: date) {
          match.timestamp.time = time
          end = after
        } else if let before = timeBefore, i - before.end <= 4,
          !tokens[before.end..<i].contains(where: { $0.kind == .number })
        {
          match.timestamp.time = clock(at: before.start, cued: false, on: date)?.time
          match.range = tokens[before.start].start..<match.range.upperBound
        }
        match.range = match.range.lowerBound..<tokens[end - 1].end
        found.append(match)
        timeBefore = nil
        i = end
      } else if tokens[i].kind == .number, let (_, end) = clock(at: i, cued: false, on: nil) {
        timeBefore = (i, end)
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  private func day(at i: Int) -> Day? {
    guard tokens[i].kind == .number else { return wordFirst(i) }
    // A number glued to a word or behind a point is a part of something else.
    switch tokens[i].digits {
    case 4: return yearFirst(i)
    case 1, 2: return dayWithName(i) ?? numeric(i) ?? vietnamese(i) ?? longEra(i)
    default: return nil
    }
  }

  // MARK: Pieces

  func number(_ i: Int, digits: ClosedRange<Int> = 1...2) -> Int? {
    guard i < tokens.count, tokens[i].kind == .number, digits.contains(tokens[i].digits) else {
      return nil
    }
    return tokens[i].value
  }

  func isMark(_ i: Int, _ marks: Unicode.Scalar...) -> Bool {
    i < tokens.count && marks.contains { tokens[i].isMark($0) }
  }

  /// The word at `i` in lower case; `nil` for other pieces.
  func word(_ i: Int) -> String? { i >= 0 ? printedWord(i)?.lowercased() : nil }

  func printedWord(_ i: Int) -> String? {
    guard i < tokens.count, tokens[i].kind == .word, tokens[i].end - tokens[i].start <= 40 else {
      return nil
    }
    return String(decoding: bytes[tokens[i].start..<tokens[i].end], as: UTF8.self)
  }

  private func month(_ i: Int) -> Int? {
    word(i).flatMap { MonthNames.number($0, language: language) }
  }

  /// A year of four digits; Thai pages count from the Buddha's death, 543 years earlier.
  private func year(_ i: Int) -> Int? {
    guard var year = number(i, digits: 4...4) else { return nil }
    if (2500...2650).contains(year) { year -= 543 }
    return DateScanner.years.contains(year) ? year : nil
  }

  private func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

  // MARK: Forms

  /// "2024-05-03", "2024/5/3", "2024. 5. 3.", "2024年5月3日", "2024년 5월 3일", "2024. május 3.",
  /// "2024 m. gegužės 3 d.", "2024-May-03".
  private func yearFirst(_ i: Int) -> Day? {
    guard let year = year(i) else { return nil }
    if isMark(i + 1, "-", "/", ".", "\u{2010}", "\u{2011}"), let month = number(i + 2),
      isMark(i + 3, Unicode.Scalar(UInt32(tokens[i + 1].value)) ?? "-"), let day = number(i + 4)
    {
      return Day(year: year, month: month, day: day, end: i + 5)
    }
    if let mark = word(i + 1), mark == "年" || mark == "년", let month = number(i + 2),
      let second = word(i + 3), second == "月" || second == "월", let day = number(i + 4)
    {
      let closed = word(i + 5).map { $0 == "日" || $0 == "일" } ?? false
      return Day(year: year, month: month, day: day, end: closed ? i + 6 : i + 5)
    }
    var j = i + 1
    if isMark(j, ".", "-", ",") || word(j) == "m" { j += 1 }
    if isMark(j, ".") { j += 1 }
    guard let month = month(j) else { return nil }
    j += isMark(j + 1, ".", "-", ",") ? 2 : 1
    guard let day = number(j), number(j + 1, digits: 4...4) == nil else { return nil }
    return Day(year: year, month: month, day: day, end: j + 1)
  }

  /// "13. Januar 2025", "3rd of May, 2024", "13 de enero de 2025", "1er mai 2024", "13-Jan-25".
  private func dayWithName(_ i: Int) -> Day? {
    var j = i + 1
    if isMark(j, ".", "º", "°", "ª") || isOrdinalEnding(j) { j += 1 }
    if isMark(j, "-", "/", ",") { j += 1 }
    if let link = word(j), DateScanner.links.contains(link) { j += 1 }
    guard let month = month(j) else { return nil }
    j += 1
    // "24 نيسان / أبريل 2020": the month in both manners of Arabic.
    if isMark(j, "/"), self.month(j + 1) == month { j += 2 }
    while isMark(j, ".", ",", "-", "/", "\u{60C}") || isLink(j) { j += 1 }
    if let year = year(j) { return Day(year: year, month: month, day: tokens[i].value, end: j + 1) }
    if let short = number(j, digits: 2...2), isMark(j - 1, "-", "'", "\u{2019}") || isMark(j, "'") {
      return Day(year: fullYear(short), month: month, day: tokens[i].value, end: j + 1)
    }
    if isMark(j, "'", "\u{2019}"), let short = number(j + 1, digits: 2...2) {
      return Day(year: fullYear(short), month: month, day: tokens[i].value, end: j + 2)
    }
    return nil
  }

  private func isLink(_ i: Int) -> Bool { word(i).map(DateScanner.links.contains) ?? false }

  private func isOrdinalEnding(_ i: Int) -> Bool {
    guard let ending = word(i), !tokens[i].spaced else { return false }
    return ["st", "nd", "rd", "th", "er", "e", "de", "º", "ª", "o", "a", "ro"].contains(ending)
  }

  /// Words between the parts of a date.
  private static let links: Set<String> = [
    "of", "de", "del", "di", "da", "do", "den", "d", "el", "al", "г", "року", "р", "the",
  ]

  /// "January 13, 2025", "Jan. 13th 2025", "Mon Jan 13 09:20:00 CET 2025".
  private func wordFirst(_ i: Int) -> Day? {
    guard i + 2 < tokens.count, tokens[i + 1].kind != .word, let month = month(i) else {
      return nil
    }
    var j = i + 1
    if isMark(j, ".", "-", "/") { j += 1 }
    guard let day = number(j) else { return nil }
    j += isOrdinalEnding(j + 1) ? 2 : 1
    while isMark(j, ",", ".", "-", "/") || isLink(j) { j += 1 }
    if let year = year(j) { return Day(year: year, month: month, day: day, end: j + 1) }
    if isMark(j, "'", "\u{2019}"), let short = number(j + 1, digits: 2...2) {
      return Day(year: fullYear(short), month: month, day: day, end: j + 2)
    }
    if isMark(j - 1, "-"), let short = number(j, digits: 2...2) {
      return Day(year: fullYear(short), month: month, day: day, end: j + 1)
    }
    // The form of C's asctime: the time of day stands before the year.
    guard number(j) != nil, let (_, end) = clock(at: j, cued: false, on: nil), let year = year(end)
    else { return nil }
    return Day(year: year, month: month, day: day, end: end + 1, time: j)
  }

  /// "13.01.2025", "13. 1. 2025", "13/01/25", "01/13/2025": the order by value where it tells, else
  /// by language.
  private func numeric(_ i: Int) -> Day? {
    guard isMark(i + 1, ".", "/", "-", "\u{2010}", "\u{2011}"), let second = number(i + 2),
      tokens[i + 1].value == (i + 3 < tokens.count ? tokens[i + 3].value : 0),
      tokens[i + 3].kind == .mark, i + 4 < tokens.count
    else { return nil }
    let first = tokens[i].value
    let last: Int
    if let year = year(i + 4) {
      last = year
    } else if let short = number(i + 4, digits: 2...2), isWholeShortDate(i) {
      last = fullYear(short)
    } else {
      return nil
    }
    let slash = isMark(i + 1, "/", "-")
    let monthFirst = first <= 12 && (second > 12 || (slash && DateText.isMonthFirst(language)))
    return Day(
      year: last, month: monthFirst ? first : second, day: monthFirst ? second : first, end: i + 5)
  }

  /// A year of two digits is believed where nothing else is glued to the date (no version number,
  /// no address) and both other numbers are plausible.
  private func isWholeShortDate(_ i: Int) -> Bool {
    let before =
      i > 0 && !tokens[i].spaced && tokens[i - 1].kind == .mark && isMark(i - 1, ".", "/", "-")
    let after =
      i + 5 < tokens.count && !tokens[i + 5].spaced
      && (isMark(i + 5, "/", "-") || tokens[i + 5].kind == .number
        || (isMark(i + 5, ".") && i + 6 < tokens.count && !tokens[i + 6].spaced
          && tokens[i + 6].kind == .number))
    return !before && !after && !tokens[i + 1].spaced && !isMark(i + 1, "-")
  }

  /// "ngày 3 tháng 5 năm 2024", "3 tháng 5, 2024".
  private func vietnamese(_ i: Int) -> Day? {
    guard word(i + 1) == "tháng", let month = number(i + 2) else { return nil }
    var j = i + 3
    while isMark(j, ",") || word(j) == "năm" { j += 1 }
    return year(j).map { Day(year: $0, month: month, day: tokens[i].value, end: j + 1) }
  }

  /// "令和6年5月3日", "平成30年5月3日": years of Japanese eras.
  private func longEra(_ i: Int) -> Day? {
    guard i >= 2, word(i + 1) == "年", let first = word(i - 2), let second = word(i - 1),
      let start = ["令和": 2018, "平成": 1988, "昭和": 1925][first + second],
      let month = number(i + 2), word(i + 3) == "月", let day = number(i + 4)
    else { return nil }
    return Day(
      year: start + tokens[i].value, month: month, day: day, end: word(i + 5) == "日" ? i + 6 : i + 5
    )
  }
}
