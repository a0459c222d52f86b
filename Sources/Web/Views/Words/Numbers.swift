/// Counts in the reader's words.
enum Numbers {
  /// "1,204".
  static func grouped(_ number: Int) -> String {
    var out = ""
    let digits = String(abs(number))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return number < 0 ? "-" + out : out
  }

  /// "1 report", "1,204 reports".
  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    grouped(number) + " " + (number == 1 ? one : many)
  }
}

extension Numbers {
  /// Nine digits are more than any list has pages; a longer number is no number of ours.
  private static let mostDigits = 9

  /// A positive whole number as an address writes it: decimal digits, no sign, no leading zero.
  static func read(_ text: String) -> Int? {
    guard (1...mostDigits).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
