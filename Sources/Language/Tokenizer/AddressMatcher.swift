/// Whether a text as a whole is an address (URL, mail address, host name) to the published
/// tokenizer's expression:
///
///     (scheme "://")? (user (":" password)? "@")? (IPv4 | label "." ... domain)
///     (":" port)? ([/?#] anything)?
///
/// Instead of the expression's backtracking, every place where the host may start is tried; as no
/// host holds an "@", these attempts do not overlap and the whole is linear.
struct AddressMatcher {
  let text: UnsafeBufferPointer<UInt32>
  /// Lower-case letters as the expression lists them.
  let domainLetters: ScalarSet

  var matches: Bool {
    guard text.contains(Mark.dot) else { return false }
    if isHostAndRest(at: 0) { return true }
    if let start = afterScheme, isHostAndRest(at: start) { return true }
    for i in text.indices where i >= 1 && text[i] == Mark.at {
      if isHostAndRest(at: i + 1) { return true }
    }
    return false
  }

  private func scalar(_ i: Int) -> UInt32? { i < text.count ? text[i] : nil }

  /// Where the text goes on after `[\w+\-.]{2,}://`.
  private var afterScheme: Int? {
    var i = 0
    while let c = scalar(i),
      ScalarClass.isWord(c) || c == Mark.plus || c == Mark.minus || c == Mark.dot
    {
      i += 1
    }
    guard i >= 2, scalar(i) == Mark.colon, scalar(i + 1) == Mark.slash,
      scalar(i + 2) == Mark.slash
    else { return nil }
    return i + 3
  }

  private func isHostAndRest(at start: Int) -> Bool {
    if let end = endOfIPv4(at: start), isRest(at: end) { return true }
    if let end = endOfHostName(at: start), isRest(at: end) { return true }
    return false
  }

  /// `(:\d{2,5})?([/?#]\S*)?$`; chunks hold no white space.
  private func isRest(at start: Int) -> Bool {
    var i = start
    if scalar(i) == Mark.colon {
      i += 1
      let digits = i
      while let c = scalar(i), ScalarClass.isDecimal(c) { i += 1 }
      guard (2...5).contains(i - digits) else { return false }
    }
    guard let c = scalar(i) else { return true }
    return AddressMatcher.endsHost(c) && c != Mark.colon
  }

  /// Whether the scalar ends a host: `:`, `/`, `?` or `#`.
  private static func endsHost(_ scalar: UInt32) -> Bool {
    scalar == Mark.colon || scalar == Mark.slash || scalar == Mark.question
      || scalar == Mark.hash
  }

  // MARK: Host names

  /// Labels with a dot after each, then a top-level domain of 2 to 63 lower-case letters.
  private func endOfHostName(at start: Int) -> Int? {
    var labelStart = start
    var labels = 0
    var i = start
    while let c = scalar(i), !AddressMatcher.endsHost(c), c != Mark.at {
      if c == Mark.dot {
        guard isLabel(labelStart..<i) else { return nil }
        labels += 1
        labelStart = i + 1
      }
      i += 1
    }
    guard labels > 0, (2...63).contains(i - labelStart) else { return nil }
    for c in text[labelStart..<i] where !domainLetters.contains(c) { return nil }
    return i
  }

  private func isLabel(_ range: Range<Int>) -> Bool {
    guard (1...64).contains(range.count), AddressMatcher.isLabelEnd(text[range.lowerBound]),
      AddressMatcher.isLabelEnd(text[range.upperBound - 1])
    else { return false }
    return text[range].allSatisfy {
      AddressMatcher.isLabelEnd($0) || $0 == Mark.underscore || $0 == Mark.minus
    }
  }

  private static func isLabelEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xA1...0xFFFF: true
    default: false
    }
  }

  // MARK: IPv4

  private func endOfIPv4(at start: Int) -> Int? {
    var octets: [ArraySlice<UInt32>] = []
    var i = start
    while octets.count < 4 {
      let first = i
      while let c = scalar(i), ScalarClass.isDecimal(c), i - first < 4 { i += 1 }
      guard (1...3).contains(i - first) else { return nil }
      octets.append(Array(text[first..<i])[...])
      if octets.count < 4 {
        guard scalar(i) == Mark.dot else { return nil }
        i += 1
      }
    }
    guard isOuter(octets[0], last: 223), isInner(octets[1]), isInner(octets[2]),
      isOuter(octets[3], last: 254), !isPrivate(octets)
    else { return nil }
    return i
  }

  /// `\d` takes every script's digits; where the expression names digits, only ASCII's count.
  private func ascii(_ digits: ArraySlice<UInt32>) -> Int? {
    var value = 0
    for c in digits {
      guard c >= 0x30, c <= 0x39 else { return nil }
      value = value * 10 + Int(c - 0x30)
    }
    return value
  }

  private func digit(_ octet: ArraySlice<UInt32>, _ i: Int) -> UInt32 {
    octet[octet.startIndex + i]
  }

  /// `[1-9]\d?|1\d\d|2[0-(n-1)]\d|2n[0-m]` for last = 2nm.
  private func isOuter(_ octet: ArraySlice<UInt32>, last: Int) -> Bool {
    let first = digit(octet, 0)
    guard first >= 0x31, first <= 0x39 else { return false }
    guard octet.count == 3 else { return true }
    return first == 0x31 || isInTwoHundreds(octet, last: last)
  }

  /// `1?\d{1,2}|2[0-4]\d|25[0-5]`
  private func isInner(_ octet: ArraySlice<UInt32>) -> Bool {
    octet.count < 3 || digit(octet, 0) == 0x31 || isInTwoHundreds(octet, last: 255)
  }

  private func isInTwoHundreds(_ octet: ArraySlice<UInt32>, last: Int) -> Bool {
    let second = digit(octet, 1)
    let limit = UInt32(0x30 + last / 10 % 10)
    guard digit(octet, 0) == 0x32, second >= 0x30, second <= limit else { return false }
    if second < limit { return true }
    let third = digit(octet, 2)
    return third >= 0x30 && third <= UInt32(0x30 + last % 10)
  }

  private func isPrivate(_ octets: [ArraySlice<UInt32>]) -> Bool {
    switch (ascii(octets[0]), ascii(octets[1])) {
    case (10, _), (127, _), (169, 254), (192, 168): true
    case (172, let second):
      second.map { (16...31).contains($0) } ?? (octets[1].count == 2 && digit(octets[1], 0) == 0x32)
    default: false
    }
  }
}

/// The scalars that addresses are put together with.
private enum Mark {
  static let colon: UInt32 = 0x3A  // :
  static let slash: UInt32 = 0x2F  // /
  static let question: UInt32 = 0x3F  // ?
  static let hash: UInt32 = 0x23  // #
  static let at: UInt32 = 0x40  // @
  static let dot: UInt32 = 0x2E  // .
  static let plus: UInt32 = 0x2B  // +
  static let minus: UInt32 = 0x2D  // -
  static let underscore: UInt32 = 0x5F  // _
}
