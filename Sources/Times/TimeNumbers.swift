/// Numbers in figures and words, as rules of times use them.
struct TimeNumbers: Sendable {
  /// What a number is read as, and how many tokens it takes.
  struct Reading: Sendable {
    var value: Int
    var end: Int
  }

  /// Stands for "some": "several years", "a few days".
  static let vague = -1

  /// Words and marks that a number can go on with, beside numbers.
  static let continuations =
    TimeRuleWords.amounts + ["and", "half", "of", "-", ",", ".", "/", "s", "st", "nd", "rd", "th"]

  private let lexicon: TimeLexicon
  private let a, an, and, hundred, couple, few, several, many, dozen, dozens, half, of, point: Int
  private let comma, stop, slash, hyphen: Int
  private let fractions: [Int: Int]

  init(_ lexicon: inout TimeLexicon) {
    a = lexicon.add(literal: "a")
    an = lexicon.add(literal: "an")
    and = lexicon.add(literal: "and")
    hundred = lexicon.add(literal: "hundred")
    couple = lexicon.add(literal: "couple")
    few = lexicon.add(literal: "few")
    several = lexicon.add(literal: "several")
    many = lexicon.add(literal: "many")
    dozen = lexicon.add(literal: "dozen")
    dozens = lexicon.add(literal: "dozens")
    half = lexicon.add(literal: "half")
    of = lexicon.add(literal: "of")
    point = lexicon.add(literal: "point")
    comma = lexicon.add(literal: ",")
    stop = lexicon.add(literal: ".")
    slash = lexicon.add(literal: "/")
    hyphen = lexicon.add(literal: "-")
    fractions = [
      lexicon.add(literal: "½"): 500, lexicon.add(literal: "¼"): 250,
      lexicon.add(literal: "¾"): 750,
    ]
    self.lexicon = lexicon
  }

  /// A count in thousandths ("2.5" is 2500), `vague` where no number is told.
  func count(_ tokens: [TimeToken], at start: Int) -> Reading? {
    let token = tokens[start]
    if token.form == .number { return figures(tokens, at: start) }
    switch token.word {
    case 0: return nil
    case several, many: return Reading(value: Self.vague, end: start + 1)
    case few: return Reading(value: Self.vague, end: start + 1)
    case dozens: return dozensOf(tokens, at: start)
    case dozen: return Reading(value: 12000, end: start + 1)
    case couple: return after(of, tokens, Reading(value: 2000, end: start + 1))
    case a, an: return article(tokens, at: start)
    default: break
    }
    if let fraction = fractions[token.word] { return Reading(value: fraction, end: start + 1) }
    guard let whole = words(tokens, at: start) else { return nil }
    return withHalf(tokens, Reading(value: min(whole.value, 999_999_999) * 1000, end: whole.end))
  }

  private func after(_ word: Int, _ tokens: [TimeToken], _ reading: Reading) -> Reading {
    guard reading.end < tokens.count, tokens[reading.end].word == word else { return reading }
    return Reading(value: reading.value, end: reading.end + 1)
  }

  private func dozensOf(_ tokens: [TimeToken], at start: Int) -> Reading {
    after(of, tokens, Reading(value: Self.vague, end: start + 1))
  }

  /// "a", "a few", "a couple of", "a dozen", "a hundred".
  private func article(_ tokens: [TimeToken], at start: Int) -> Reading {
    let next = start + 1
    guard next < tokens.count else { return Reading(value: 1000, end: next) }
    switch tokens[next].word {
    case few, several: return Reading(value: Self.vague, end: next + 1)
    case couple: return after(of, tokens, Reading(value: 2000, end: next + 1))
    case dozen: return Reading(value: 12000, end: next + 1)
    default: break
    }
    if let scale = lexicon.value("scale", of: tokens[next].word) {
      return Reading(value: scale.value * 1000, end: next + 1)
    }
    return withHalf(tokens, Reading(value: 1000, end: next))
  }

  /// "two and a half" and "2 1/2" end at the half.
  private func withHalf(_ tokens: [TimeToken], _ reading: Reading) -> Reading {
    let end = reading.end
    if end < tokens.count, let fraction = fractions[tokens[end].word], reading.value > 0 {
      return Reading(value: reading.value + fraction, end: end + 1)
    }
    if end + 2 < tokens.count, tokens[end].form == .number, tokens[end + 1].word == slash,
      tokens[end + 1].isGlued, tokens[end + 2].form == .number,
      (2...8).contains(tokens[end + 2].number),
      tokens[end].number < tokens[end + 2].number
    {
      let fraction = 1000 * tokens[end].number / tokens[end + 2].number
      return Reading(value: reading.value + fraction, end: end + 3)
    }
    var next = end
    while next < tokens.count, tokens[next].word == hyphen { next += 1 }
    if next + 2 < tokens.count, tokens[next].word == and {
      var third = next + 1
      while third < tokens.count, tokens[third].word == hyphen { third += 1 }
      if third < tokens.count, tokens[third].word == a {
        third += 1
        while third < tokens.count, tokens[third].word == hyphen { third += 1 }
        if third < tokens.count, tokens[third].word == half {
          return Reading(value: reading.value + 500, end: third + 1)
        }
      }
    }
    return reading
  }

  /// "12", "1,200", "2.5", "5 1/2", "3 million".
  private func figures(_ tokens: [TimeToken], at start: Int) -> Reading? {
    var value = tokens[start].number
    guard tokens[start].digits <= 9 else { return nil }
    var end = start + 1
    while end + 1 < tokens.count, tokens[end].word == comma, tokens[end].isGlued,
      tokens[end + 1].digits == 3, tokens[end + 1].isGlued, value < 1_000_000
    {
      value = value * 1000 + tokens[end + 1].number
      end += 2
    }
    var thousandths = value * 1000
    if end + 1 < tokens.count, tokens[end].word == stop, tokens[end].isGlued,
      tokens[end + 1].isGlued, (1...3).contains(tokens[end + 1].digits)
    {
      let scale = [100, 10, 1][tokens[end + 1].digits - 1]
      thousandths += tokens[end + 1].number * scale
      end += 2
    }
    if end < tokens.count, let scale = lexicon.value("scale", of: tokens[end].word),
      thousandths < 1_000_000
    {
      return Reading(value: thousandths * scale.value, end: end + 1)
    }
    return withHalf(tokens, Reading(value: thousandths, end: end))
  }

  /// "twenty-five", "one hundred and five": at most six words.
  func words(_ tokens: [TimeToken], at start: Int) -> Reading? {
    guard let first = lexicon.value("number", of: tokens[start].word) else { return nil }
    var value = first.value
    var end = start + 1
    if value >= 20, let unit = unit(tokens, at: end) {
      value += unit.value
      end = unit.end
    }
    while end < tokens.count, let scale = lexicon.value("scale", of: tokens[end].word),
      value < 1_000_000
    {
      value *= scale.value
      end += 1
      let next = end < tokens.count && tokens[end].word == and ? end + 1 : end
      guard next < tokens.count, let rest = belowHundred(tokens, at: next) else { continue }
      value += rest.value
      end = rest.end
    }
    return Reading(value: value, end: end)
  }

  /// "-five" or "five" behind tens.
  private func unit(_ tokens: [TimeToken], at start: Int) -> Reading? {
    var index = start
    if index < tokens.count, tokens[index].word == hyphen { index += 1 }
    guard index < tokens.count, let unit = lexicon.value("number", of: tokens[index].word),
      (1...9).contains(unit.value)
    else { return nil }
    return Reading(value: unit.value, end: index + 1)
  }

  private func belowHundred(_ tokens: [TimeToken], at start: Int) -> Reading? {
    guard let first = lexicon.value("number", of: tokens[start].word), first.value > 0 else {
      return nil
    }
    guard first.value >= 20, let unit = unit(tokens, at: start + 1) else {
      return Reading(value: first.value, end: start + 1)
    }
    return Reading(value: first.value + unit.value, end: unit.end)
  }

  /// A year in four figures, 1000 to 2199, or in words ("nineteen ninety-six", "two thousand").
  func year(_ tokens: [TimeToken], at start: Int) -> Reading? {
    let token = tokens[start]
    if token.form == .number {
      guard token.digits == 4, (1000...2199).contains(token.number) else { return nil }
      return Reading(value: token.number, end: start + 1)
    }
    guard let first = lexicon.value("number", of: token.word) else { return nil }
    if (13...20).contains(first.value), start + 1 < tokens.count,
      let rest = belowHundred(tokens, at: start + 1), rest.value >= 10
    {
      return Reading(value: first.value * 100 + rest.value, end: rest.end)
    }
    guard first.value == 2, let whole = words(tokens, at: start),
      (2000...2099).contains(whole.value)
    else { return nil }
    return whole
  }
}
