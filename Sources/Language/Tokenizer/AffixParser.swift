/// Takes apart the published tokenizer's regular expressions (Python syntax).
///
/// Known: alternatives; `^` at the start and `$` at the end; escapes; classes with ranges; `+`;
/// look-behind of single scalars; look-ahead of one scalar; groups of alternatives, which are
/// multiplied out. Everything else is an error, so that a model whose expressions changed is
/// refused when it is compiled and not misread.
struct AffixParser {
  private var sets: [ScalarSet] = []
  private var numbers: [ScalarSet: Int] = [:]
  private var pattern: [Unicode.Scalar]
  private var position = 0

  static func parse(_ pattern: String) throws(AffixError) -> AffixExpression {
    var parser = AffixParser(pattern: Array(pattern.unicodeScalars))
    let alternatives = try parser.alternatives(nested: false)
    guard parser.position == parser.pattern.count else { throw parser.fail("a stray bracket") }
    return AffixExpression(sets: parser.sets, alternatives: alternatives)
  }

  /// The ranges of the class that is followed by `suffix` in the pattern.
  static func scalarClass(in pattern: String, before suffix: String) throws(AffixError) -> ScalarSet
  {
    let all = Array(pattern.unicodeScalars)
    let wanted = Array(suffix.unicodeScalars)
    var parser = AffixParser(pattern: all)
    while parser.position < all.count {
      guard all[parser.position] == "[" else {
        parser.position += all[parser.position] == "\\" ? 2 : 1
        continue
      }
      let start = parser.position
      while parser.position < all.count, all[parser.position] != "]" {
        parser.position += all[parser.position] == "\\" ? 2 : 1
      }
      parser.position += 1
      let end = parser.position
      guard end <= all.count, Array(all[min(end, all.count)...].prefix(wanted.count)) == wanted
      else { continue }
      parser.position = start + 1
      return ScalarSet(try parser.classRanges())
    }
    throw AffixError(reason: "no class before \(suffix)")
  }

  private init(pattern: [Unicode.Scalar]) { self.pattern = pattern }

  private func fail(_ reason: String) -> AffixError {
    AffixError(reason: "\(reason) at scalar \(position)")
  }

  private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

  private mutating func skip(_ literal: String) -> Bool {
    let scalars = Array(literal.unicodeScalars)
    guard Array(pattern[position...].prefix(scalars.count)) == scalars else { return false }
    position += scalars.count
    return true
  }

  private mutating func alternatives(
    nested: Bool
  ) throws(AffixError) -> [AffixExpression.Alternative] {
    var all: [AffixExpression.Alternative] = []
    repeat { all += try branch(nested: nested) } while skip("|")
    return all
  }

  /// One alternative, several where it holds a group.
  private mutating func branch(
    nested: Bool
  ) throws(AffixError) -> [AffixExpression.Alternative] {
    var ways = [AffixExpression.Alternative()]
    while let scalar = next, scalar != "|" {
      if scalar == ")" {
        guard nested else { throw fail("a stray bracket") }
        break
      }
      if skip("^") || skip("$") { continue }
      if skip("(?<=") {
        let sets = try singles()
        for i in ways.indices {
          guard ways[i].items.isEmpty else { throw fail("a look-behind after the start") }
          ways[i].behind += sets
        }
      } else if skip("(?=") {
        try lookAhead(&ways, negative: false)
      } else if skip("(?!") {
        try lookAhead(&ways, negative: true)
      } else if skip("(?:") {
        let inner = try alternatives(nested: true)
        guard skip(")") else { throw fail("a group not closed") }
        ways = ways.flatMap { way in
          inner.map {
            var joined = way
            joined.items += $0.items
            return joined
          }
        }
      } else {
        let set = number(of: try single())
        let isRun = skip("+")
        for i in ways.indices { ways[i].items.append(.init(set: set, isRun: isRun)) }
      }
    }
    return ways
  }

  private mutating func lookAhead(
    _ ways: inout [AffixExpression.Alternative], negative: Bool
  ) throws(AffixError) {
    let sets = try singles()
    guard sets.count == 1 else { throw fail("a look-ahead of several scalars") }
    for i in ways.indices {
      ways[i].ahead = sets[0]
      ways[i].aheadIsNegative = negative
    }
  }

  /// Single scalars up to the closing bracket.
  private mutating func singles() throws(AffixError) -> [Int] {
    var found: [Int] = []
    while !skip(")") { found.append(number(of: try single())) }
    return found
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  private mutating func single() throws(AffixError) -> ScalarSet {
    guard let scalar = next else { throw fail("the expression ends too early") }
    switch scalar {
    case "[":
      position += 1
      return ScalarSet(try classRanges())
    case "(", ")", "*", "?", "{", ".", "|", "+":
      throw fail("an unknown construct")
    default:
      let value = try literal()
      return ScalarSet([value...value])
    }
  }

  /// A scalar or an escape that stands for one.
  private mutating func literal() throws(AffixError) -> UInt32 {
    guard let scalar = next else { throw fail("the expression ends too early") }
    position += 1
    guard scalar == "\\" else { return scalar.value }
    guard let escaped = next else { throw fail("the expression ends too early") }
    position += 1
    switch escaped {
    case "u", "U":
      let count = escaped == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView(pattern[position...].prefix(count)))
      guard let value = UInt32(digits, radix: 16) else { throw fail("an unknown escape") }
      position += count
      return value
    case "a"..."z", "A"..."Z", "0"..."9": throw fail("an unknown escape")
    default: return escaped.value
    }
  }

  /// After `[`: ranges up to the closing bracket.
  private mutating func classRanges() throws(AffixError) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    guard next != "^" else { throw fail("a negated class") }
    while !skip("]") {
      let low = try literal()
      guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      position += 1
      let high = try literal()
      guard low <= high else { throw fail("a range upside down") }
      ranges.append(low...high)
    }
    return ranges
  }
}

/// What in an expression is not understood.
struct AffixError: Error {
  var reason: String
}
