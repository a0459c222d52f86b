/// What a rule took from the words: numbers under the names that patterns and readings use.
struct TimeFields: Sendable, Hashable {
  private(set) var names: [String] = []
  private(set) var values: [Int] = []
  /// A word that means other things too was taken.
  var isDoubtful = false

  subscript(name: String) -> Int? {
    names.firstIndex(of: name).map { values[$0] }
  }

  func all(_ name: String) -> [Int] {
    names.indices.lazy.filter { names[$0] == name }.map { values[$0] }
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  mutating func add(_ name: String, _ value: Int) {
    names.append(name)
    values.append(value)
  }

  mutating func add(_ other: TimeFields) {
    names += other.names
    values += other.values
    isDoubtful = isDoubtful || other.isDoubtful
  }
}

/// A short code ("MO", "PXX") as a number, so that fields hold numbers only: up to seven bytes,
/// big-endian, above any number that a table holds.
enum TimeCode {
  private static let mark = 1 << 60

  static func number(_ text: String) -> Int {
    if let number = Int(text) { return number }
    return text.utf8.prefix(7).reduce(0) { $0 << 8 | Int($1) } | mark
  }

  static func text(_ number: Int) -> String {
    var bytes: [UInt8] = []
    var rest = number & ~mark
    while rest > 0 {
      bytes.append(UInt8(rest & 255))
      rest >>= 8
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }
}
