/// Makes the bytes of a line the words a reader sees.
struct LineCleaner {
  /// Leading blanks; a tab counts four.
  func indent(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var indent = 0
    for byte in bytes {
      switch byte {
      case 0x20: indent += 1
      case 0x09: indent += 4
      default: return indent
      }
    }
    return indent
  }

  /// All kinds of blanks joined to single spaces; control characters, soft hyphens, zero-width
  /// blanks and marks of direction dropped (the joiners of Persian and Indic scripts stay).
  ///
  /// Two blanks and more within a line stand where an element ended ("Ana Lind  Oskar Wren"): the
  /// places of the first `mostGaps` of them are kept, in bytes of the result.
  func cleaned(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (words: [UInt8], gaps: [Int]) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var gaps: [Int] = []
    var spaces = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(at + length, bytes.endIndex)
      switch Self.role(bytes, at: at, end: end) {
      case .dropped: break
      case .space: spaces += 1
      case .kept:
        if spaces > 0, !out.isEmpty {
          if spaces > 1, gaps.count < Self.mostGaps { gaps.append(out.count) }
          out.append(0x20)
        }
        spaces = 0
        out.append(contentsOf: bytes[at..<end])
      }
      at = end
    }
    return (out, gaps)
  }

  private static let mostGaps = 8

  private enum Role { case kept, space, dropped }

  private static func role(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, at: Int, end: Int
  ) -> Role {
    let byte = bytes[at]
    if byte < 0x80 {
      if byte > 0x20 { return byte == 0x7F ? .dropped : .kept }
      return byte == 0x20 || byte == 0x09 ? .space : .dropped
    }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF, end - at >= 2 else {
      return .kept
    }
    let second = bytes[at + 1]
    if byte == 0xC2 {
      if second == 0xA0 { return .space }
      return second < 0xA0 || second == 0xAD ? .dropped : .kept
    }
    guard end - at == 3 else { return .kept }
    return role(
      UInt32(byte & 0xF) << 12 | UInt32(second & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F))
  }

  private static func role(_ scalar: UInt32) -> Role {
    switch scalar {
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC: .dropped
    default: .kept
    }
  }
}
