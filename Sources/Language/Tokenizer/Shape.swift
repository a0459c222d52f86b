/// A word's shape: "Xxxxx" for "Washington", "dd-dd" for "24-25".
enum Shape {
  /// UTF-8 bytes of the shape. `X` upper-case letter, `x` other letter, `d` digit, else the scalar
  /// itself; of a run of the same only the first four. "LONG" from 100 scalars on.
  static func of(_ scalars: [UInt32]) -> [UInt8] {
    guard scalars.count < 100 else { return Array("LONG".utf8) }
    var out: [UInt8] = []
    var last: UInt32?
    var run = 0
    for scalar in scalars {
      let mark = mark(of: scalar)
      run = mark == last ? run + 1 : 0
      last = mark
      guard run < 4 else { continue }
      if mark < 0x80 {
        out.append(UInt8(mark))
      } else if let scalar = Unicode.Scalar(mark) {
        out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    return out
  }

  private static func mark(of scalar: UInt32) -> UInt32 {
    let upper: Unicode.Scalar = "X"
    let lower: Unicode.Scalar = "x"
    let digit: Unicode.Scalar = "d"
    if ScalarClass.isLetter(scalar) {
      return ScalarClass.isUpper(scalar) ? upper.value : lower.value
    }
    return ScalarClass.isDigit(scalar) ? digit.value : scalar
  }
}
