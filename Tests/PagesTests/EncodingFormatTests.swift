import Testing

@testable import Pages

@Suite struct EncodingFormatTests {
  @Test(arguments: [
    ("%PDF-1.7\n%", "a PDF document"), ("GIF89a..", "a GIF image"),
    ("{\\rtf1 a", "an RTF document"),
    ("SQLite format 3\0", "an SQLite database"), ("\u{7F}ELF\u{2}", "an ELF program"),
  ])
  func otherFilesAreNoPages(bytes: String, name: String) {
    #expect(throws: ReadError.notAPage(name)) {
      try PageBytes.decode(Array(bytes.utf8), charset: nil)
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"), ([0x1F, 0x8B, 0x08, 0], "gzip data"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a zip archive"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a Microsoft Office document"),
    ] as [([UInt8], String)])
  func binaryFilesAreNoPages(bytes: [UInt8], name: String) {
    #expect(throws: ReadError.notAPage(name)) { try PageBytes.decode(bytes, charset: "utf-8") }
  }

  @Test func officeDocumentIsTold() {
    let bytes = [0x50, 0x4B, 0x03, 0x04, 0x14, 0] + Array("..[Content_Types].xml".utf8)
    #expect(throws: ReadError.notAPage("an office document")) {
      try PageBytes.decode(bytes, charset: nil)
    }
  }

  @Test func junkIsNoPage() {
    var state: UInt32 = 7
    let junk = (0..<4000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    #expect(throws: ReadError.notAPage("binary data")) {
      try PageBytes.decode([0x41] + junk, charset: nil)
    }
    #expect(throws: ReadError.notAPage("binary data")) {
      try PageBytes.decode([UInt8](repeating: 0, count: 100), charset: nil)
    }
  }

  @Test func aFewNULsDoNotMatter() throws {
    let page = try PageBytes.decode(Array("<p>Two mini\0sters met.\0</p>".utf8), charset: nil)
    #expect(page.utf8.contains(0))
  }

  @Test(arguments: ["", " \n\t ", "\u{FEFF} \n"])
  func blankIsEmpty(text: String) {
    #expect(throws: ReadError.empty) { try PageBytes.decode(Array(text.utf8), charset: nil) }
  }

  @Test(
    arguments: [
      ("\n <!DOCTYPE html>x", PageBytes.Format.html), ("<HTML>", .html), ("<!-- a --> b", .html),
      ("<div><p>One</p><p>Two</p></div>", .html), ("Foo <b>bar</b> <i>baz</i><br>", .html),
      ("Two ministers met.", .text), ("Write <p> for a paragraph.", .text),
      ("a < b and b > c", .text),
      ("Ana <ana@post.example>, Bo <bo@post.example>, <c@d.example>", .text),
      ("# Heading\n\n  * one\n  * two", .text),
    ] as [(String, PageBytes.Format)])
  func formatIsToldByContent(text: String, format: PageBytes.Format) throws {
    #expect(try PageBytes.decode(Array(text.utf8), charset: nil).format == format)
  }
}
