import CTables

/// The standard's named character references, for finding the longest one at a place.
struct CharacterReferences: Sendable {
  static let table = CharacterReferences()

  private let bytes: [UInt8]
  /// Where each name begins in `bytes`; a tab ends it, and tabs sort before all that names have.
  private let starts: [Int32]
  /// First entry of each first letter (byte values), and one behind.
  private let firsts: [Int32]

  private init() {
    let table = dateline_table_character_references()
    bytes = Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
    var starts: [Int32] = []
    var lineStart = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      if bytes[lineStart] != UInt8(ascii: "#") { starts.append(Int32(lineStart)) }
      lineStart = index + 1
    }
    var firsts = [Int32](repeating: 0, count: 257)
    for start in starts { firsts[Int(bytes[Int(start)]) + 1] += 1 }
    for byte in 1...256 { firsts[byte] += firsts[byte - 1] }
    self.starts = starts
    self.firsts = firsts
  }

  /// A reference found: how many bytes its name has, and the entry.
  struct Match {
    var length: Int
    fileprivate var entry: Int
  }

  /// The longest name that `input` has at `position`.
  func longestMatch(_ input: UnsafeBufferPointer<UInt8>, at position: Int) -> Match? {
    guard position < input.count else { return nil }
    let first = Int(input[position])
    var low = Int(firsts[first])
    var high = Int(firsts[first + 1])
    var best: Match?
    var length = 1
    while low < high {
      if column(low, length) == 0x09 { best = Match(length: length, entry: low) }
      guard position + length < input.count else { break }
      let byte = input[position + length]
      low = bound(low, high, length) { $0 >= byte }
      high = bound(low, high, length) { $0 > byte }
      length += 1
    }
    return best
  }

  /// The code points that a reference stands for, as UTF-8 at the end of `output`.
  func append(_ match: Match, to output: inout [UInt8]) {
    var index = Int(starts[match.entry]) + match.length + 1
    var value: UInt32 = 0
    while true {
      let byte = bytes[index]
      if let digit = Self.hexadecimal(byte) {
        value = value << 4 | digit
      } else {
        UTF8Writing.append(value, to: &output)
        value = 0
        if byte == 0x0A { return }
      }
      index += 1
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  private func column(_ entry: Int, _ index: Int) -> UInt8 { bytes[Int(starts[entry]) + index] }

  /// The first entry in `low..<high` whose byte at `index` satisfies `test`, by bisection.
  private func bound(_ low: Int, _ high: Int, _ index: Int, _ test: (UInt8) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if test(column(middle, index)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Code points as UTF-8 bytes.
enum UTF8Writing {
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends a code point; one that is no scalar as U+FFFD.
  static func append(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return output.append(contentsOf: replacement) }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
