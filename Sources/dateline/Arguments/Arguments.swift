/// The words of a command line, parsed by a verb's flags: raw words first, checked values by the
/// typed questions below.
struct Arguments: Sendable, Hashable {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// GNU habits: `--long value`, `--long=value`, `-s value`, `-svalue`, `-ab`, `--` ends flags, `-`
  /// is an operand.
  init(_ words: some Sequence<String>, flags: [Flag]) throws(UsageError) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands.append(contentsOf: rest)
        return
      }
      if word.hasPrefix("--") {
        try parseLong(word.dropFirst(2), rest: &rest, flags: flags)
      } else if word.hasPrefix("-"), word != "-" {
        try parseShort(word.dropFirst(), rest: &rest, flags: flags)
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func parseLong(
    _ word: Substring, rest: inout ArraySlice<String>, flags: [Flag]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = flags.first(where: { $0.long == name }) else {
      throw UsageError(
        "no such flag: --\(name)"
          + suggestion(for: name, among: flags.map(\.long)).map { "; did you mean --\($0)?" }
          .orEmpty)
    }
    if flag.value == nil {
      guard parts.count == 1 else { throw UsageError("--\(name) takes no value") }
      try add("", to: flag)
    } else if parts.count == 2 {
      try add(String(parts[1]), to: flag)
    } else {
      try add(try next(&rest, for: "--" + name), to: flag)
    }
  }

  private mutating func parseShort(
    _ word: Substring, rest: inout ArraySlice<String>, flags: [Flag]
  ) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let flag = flags.first(where: { $0.short == letter }) else {
        throw UsageError("no such flag: -\(letter)")
      }
      if flag.value == nil {
        try add("", to: flag)
        continue
      }
      let value = letters.isEmpty ? try next(&rest, for: "-\(letter)") : String(letters)
      try add(value.hasPrefix("=") ? String(value.dropFirst()) : value, to: flag)
      return
    }
  }

  private func next(_ rest: inout ArraySlice<String>, for name: String) throws(UsageError) -> String
  {
    guard let value = rest.popFirst() else { throw UsageError("\(name) needs a value") }
    return value
  }

  private mutating func add(_ value: String, to flag: Flag) throws(UsageError) {
    if !flag.choices.isEmpty, !flag.choices.contains(value) {
      throw UsageError(
        "--\(flag.long) is one of \(flag.choices.joined(separator: ", ")), not \"\(value)\"")
    }
    if !flag.repeats, flag.value != nil, values[flag.long] != nil {
      throw UsageError("--\(flag.long) is given twice")
    }
    values[flag.long, default: []].append(value)
  }
}

extension Arguments {
  func has(_ flag: Flag) -> Bool { values[flag.long] != nil }

  func value(_ flag: Flag) -> String? { values[flag.long]?.last }

  func values(_ flag: Flag) -> [String] { values[flag.long] ?? [] }

  /// The value as a whole number of at least `minimum`.
  func number(_ flag: Flag, minimum: Int = 1) throws(UsageError) -> Int? {
    guard let text = value(flag) else { return nil }
    guard let number = Int(text), number >= minimum else {
      throw UsageError("--\(flag.long) takes a whole number from \(minimum), not \"\(text)\"")
    }
    return number
  }

  /// The chosen format; the flag's first where none is given.
  func format(_ flag: Flag) -> String { value(flag) ?? flag.choices.first ?? "" }
}

/// The name nearest to a misspelt one, by edit distance; `nil` where none is near.
func suggestion(for name: String, among names: [String]) -> String? {
  let near = names.map { ($0, editDistance(Array(name.utf8.prefix(64)), Array($0.utf8))) }
  guard let best = near.min(by: { $0.1 < $1.1 }), best.1 <= (name.utf8.count < 4 ? 1 : 2) else {
    return nil
  }
  return best.0
}

/// Levenshtein's distance.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let cost = x == y ? diagonal : diagonal + 1
      diagonal = row[j + 1]
      row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}

extension Optional where Wrapped == String {
  fileprivate var orEmpty: String { self ?? "" }
}
