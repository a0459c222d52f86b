import Records
import Testing

@Suite("Pointers into a text")
struct PointerTests {
  private let old: Digest
  private let new: Digest

  init() throws {
    old = try #require(Digest(bytes: [UInt8](repeating: 1, count: 32)))
    new = try #require(Digest(bytes: [UInt8](repeating: 2, count: 32)))
  }

  private func pointer(to words: String, in text: String) throws -> Pointer {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = try #require(
      (0...scalars.count - wanted.count).first { scalars[$0...].starts(with: wanted) })
    return try #require(
      Pointer(to: start..<start + wanted.count, of: text, hash: old))
  }

  private func words(_ range: Range<Int>, in text: String) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  @Test func countsInScalars() throws {
    let text = "Zoë 👩‍🚒 said no"
    let pointer = try pointer(to: "said", in: text)
    #expect(pointer.start == 8)
    #expect(pointer.prefix == "Zoë 👩‍🚒 ")
    #expect(pointer.suffix == " no")
  }

  @Test func sameTextIsInPlace() throws {
    let text = "A mayor said no. Another mayor said yes."
    let pointer = try pointer(to: "mayor", in: text)
    #expect(pointer.resolve(in: text, hash: old) == .inPlace(2..<7))
  }

  @Test func otherWordsInTheSameTextAreAFault() throws {
    var pointer = try pointer(to: "mayor", in: "A mayor said no.")
    pointer.start += 1
    pointer.end += 1
    #expect(
      pointer.resolve(in: "A mayor said no.", hash: old) == .lost(.contradiction))
    pointer.start = 9_000
    pointer.end = 9_005
    #expect(
      pointer.resolve(in: "A mayor said no.", hash: old) == .lost(.contradiction))
  }

  @Test func uniqueQuotationMoves() throws {
    let before = "The mayor of Port Linden said no to the plan on Monday."
    let after = "UPDATE – " + before + " The mayor spoke again."
    let pointer = try pointer(to: "mayor", in: before)
    guard case .moved(let range) = pointer.resolve(in: after, hash: new) else {
      Issue.record("not moved")
      return
    }
    #expect(range == 13..<18)
    #expect(words(range, in: after) == "mayor")
  }

  @Test func twoPlacesWithTheSameContextAreLost() throws {
    let line = "The mayor of Port Linden said no to the plan on Monday evening."
    let pointer = try pointer(to: "Linden", in: line)
    #expect(
      pointer.resolve(in: line + "\n" + line, hash: new) == .lost(.ambiguous))
  }

  @Test func shortWordAmongOtherWordsIsNotGuessed() throws {
    let pointer = try pointer(to: "he", in: "Then he left.")
    #expect(pointer.resolve(in: "Where is it?", hash: new) == .lost(.ambiguous))
  }

  @Test func longQuotationIsKnownWithoutContext() throws {
    let quotation = "we shall build the bridge next year"
    let pointer = try pointer(to: quotation, in: "“\(quotation)”, he said")
    let after = "Asked again: \(quotation) – perhaps"
    #expect(pointer.resolve(in: after, hash: new) == .moved(13..<48))
  }

  @Test func missingWordsAreGone() throws {
    let pointer = try pointer(to: "mayor", in: "The mayor left.")
    #expect(pointer.resolve(in: "Nobody left.", hash: new) == .lost(.gone))
    #expect(pointer.resolve(in: "", hash: new) == .lost(.gone))
  }

  @Test func repetitiveTextTakesLinearTime() throws {
    let text = String(repeating: "a", count: 200_000)
    let pointer = Pointer(
      start: 0, end: 100_001, textHash: old,
      exact: String(repeating: "a", count: 100_000) + "b", prefix: "", suffix: "")
    #expect(pointer.resolve(in: text, hash: new) == .lost(.gone))
  }

  @Test func emptyOrOutsideRangeIsNoPointer() throws {
    let hash = old
    #expect(Pointer(to: 1..<1, of: "abc", hash: hash) == nil)
    #expect(Pointer(to: 1..<4, of: "abc", hash: hash) == nil)
    #expect(Pointer(to: 1..<3, of: "abc", hash: hash)?.exact == "bc")
  }
}

@Suite("Hashes and moments")
struct DigestTests {
  @Test func hexGoesBothWays() throws {
    let hex = String(repeating: "0f", count: 31) + "a5"
    #expect(Digest(hex: hex)?.hex == hex)
    #expect(Digest(hex: hex.uppercased())?.hex == hex)
    #expect(Digest(hex: String(hex.dropLast())) == nil)
    #expect(Digest(hex: "zz" + hex.dropFirst(2)) == nil)
    #expect(Digest(bytes: [1, 2]) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_750_000_000, "2025-06-15T15:06:40Z"), (-1, "1969-12-31T23:59:59Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func unixTime(seconds: Int, text: String) throws {
    let time = UnixTime(seconds: seconds)
    #expect(time.iso8601 == text)
    #expect(UnixTime(try #require(Timestamp(iso8601: text))) == time)
  }

  @Test func momentOutsideTheCalendarIsANumber() {
    #expect(UnixTime(seconds: 999_999_999_999_999).iso8601 == "999999999999999")
  }

  @Test func zoneCounts() throws {
    let time = try #require(Timestamp(iso8601: "1970-01-01T01:00:00+01:00"))
    #expect(UnixTime(time).seconds == 0)
  }
}
