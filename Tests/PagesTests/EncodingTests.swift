import Testing

@testable import Pages

@Suite struct EncodingTests {
  private func decoded(_ bytes: [UInt8], charset: String? = nil) throws -> String {
    String(decoding: try PageBytes.decode(bytes, charset: charset).utf8, as: UTF8.self)
  }

  private func page(_ meta: String, _ words: [UInt8]) -> [UInt8] {
    Array("<html><head>\(meta)</head><body><p>".utf8) + words + Array("</p></body></html>".utf8)
  }

  /// "Größe" in ISO-8859-1.
  private let latin: [UInt8] = [0x47, 0x72, 0xF6, 0xDF, 0x65]

  @Test func utf8IsPassedOn() throws {
    let page = try PageBytes.decode(Array("<p>Größe</p>".utf8), charset: nil)
    #expect(page.encoding == "UTF-8")
    #expect(page.utf8 == Array("<p>Größe</p>".utf8))
  }

  @Test func byteOrderMarkGoes() throws {
    #expect(try decoded([0xEF, 0xBB, 0xBF] + Array("Größe".utf8), charset: "latin1") == "Größe")
    #expect(try decoded([0xFF, 0xFE, 0x47, 0, 0xF6, 0]) == "Gö")
    #expect(try decoded([0xFE, 0xFF, 0, 0x47, 0, 0xF6]) == "Gö")
  }

  @Test func headerOverrulesMeta() throws {
    let bytes = page("<meta charset=windows-1251>", latin)
    #expect(try decoded(bytes, charset: "ISO-8859-1").contains("Größe"))
    #expect(try decoded(bytes).contains("GrцЯe"))
  }

  @Test(arguments: [
    "<meta charset=iso-8859-1>", "<META CHARSET=' Latin1 '>",
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">",
    "<meta content='text/html; charset = \"l1\"' http-equiv=content-type>",
    "<!-- <meta charset=utf-8> --><title>a > b</title><meta name=x /><meta charset=iso-8859-1>",
    "<a title='<meta charset=koi8-r>'></a><meta charset=iso-8859-1>",
  ])
  func metaIsRead(meta: String) throws {
    let page = try PageBytes.decode(page(meta, latin), charset: nil)
    #expect(page.encoding == "windows-1252")
    #expect(String(decoding: page.utf8, as: UTF8.self).contains("Größe"))
  }

  @Test func metaWithoutPragmaDeclaresNothing() {
    let bytes = Array("<meta name=x content='text/html; charset=koi8-r'>".utf8)
    #expect(MetaPrescan.encoding(in: bytes[...]) == nil)
  }

  @Test func utf16InMetaIsUTF8() {
    let bytes = Array("<meta charset=utf-16le>".utf8)
    #expect(MetaPrescan.encoding(in: bytes[...]) == .utf8)
  }

  @Test func xmlDeclarationIsRead() {
    let bytes = Array("<?xml version='1.0' encoding='koi8-r'?>".utf8)
    #expect(MetaPrescan.encoding(in: bytes[...])?.name == "KOI8-R")
  }

  @Test func lyingDeclarations() throws {
    let utf8 = page("<meta charset=iso-8859-1>", Array("Größe".utf8))
    #expect(try decoded(utf8).contains("Größe"))
    let words = "Der Bürgermeister eröffnet die größte Brücke über den Fluß. Schöne Grüße für alle."
    let bytes = words.unicodeScalars.map { UInt8($0.value) }
    #expect(try decoded(page("<meta charset=utf-8>", bytes)).contains("größte Brücke"))
  }

  @Test func declaredTwoByteEncodingThatDoesNotFit() throws {
    let words = "Привет, мир! Сегодня в городе открыли новый мост через реку, по нему пошли люди."
    let bytes = Transcoding.bytes(words, in: "CP1251")
    #expect(try decoded(page("<meta charset=shift_jis>", bytes)).contains("новый мост"))
  }

  @Test(arguments: [
    ("shift_jis", "CP932", "日本と韓国の外相が会談した。"), ("euc-jp", "EUC-JP", "日本と韓国の外相が会談した。"),
    ("gb2312", "GB18030", "两国外长举行会谈"), ("big5", "BIG5", "兩國外長舉行會談"),
    ("ks_c_5601-1987", "CP949", "외무장관 회담"), ("windows-1251", "CP1251", "Привет"),
    ("windows-1256", "CP1256", "مرحبا"), ("iso-8859-2", "ISO-8859-2", "žluťoučký"),
    ("iso-2022-jp", "ISO-2022-JP", "日本"), ("windows-874", "CP874", "สวัสดี"),
  ])
  func declaredEncodings(label: String, iconvName: String, words: String) throws {
    let bytes = Transcoding.bytes(words, in: iconvName)
    #expect(try decoded(bytes, charset: label) == words)
  }

  @Test func undeclaredIsDetected() throws {
    let words = "Министры встретились в понедельник, чтобы обсудить новый договор о торговле."
    #expect(try decoded(Transcoding.bytes(words, in: "KOI8-R")) == words)
    let japanese = "外相はソウルで会談し、両国の関係を強化することで一致した。"
    #expect(try decoded(Transcoding.bytes(japanese, in: "CP932")) == japanese)
    #expect(try decoded(Transcoding.bytes(japanese, in: "ISO-2022-JP")) == japanese)
  }

  @Test func undeclaredUTF16IsDetected() throws {
    let bytes = "<html><p>Two ministers met.</p></html>".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
    #expect(try decoded(bytes) == "<html><p>Two ministers met.</p></html>")
  }

  @Test func holesOfWindows1252AreControls() throws {
    #expect(try decoded([0x61, 0x81, 0x80, 0x9D], charset: "latin1") == "a\u{81}\u{20AC}\u{9D}")
  }

  @Test func otherHolesAreReplaced() throws {
    #expect(try decoded([0x61, 0xD9, 0x62, 0xE0], charset: "windows-1255") == "a\u{FFFD}bא")
  }

  @Test func userDefinedAndReplacement() throws {
    #expect(try decoded([0x61, 0xFF], charset: "x-user-defined") == "a\u{F7FF}")
    #expect(try decoded(Array("~{<:Ky~}".utf8), charset: "hz-gb-2312") == "\u{FFFD}")
  }

  @Test func brokenTwoByteKeepsMarkup() throws {
    let bytes = Transcoding.bytes(String(repeating: "会談した", count: 20), in: "CP932")
    let text = try decoded(bytes + [0x81] + Array("<b>x</b>".utf8), charset: "shift_jis")
    #expect(text.hasSuffix("した\u{FFFD}<b>x</b>"))
  }

  @Test func unknownLabelIsNoLabel() throws {
    #expect(WebEncoding(label: "utf-99") == nil)
    #expect(WebEncoding(label: "") == nil)
    #expect(WebEncoding(label: "\tUTF8 \n") == .utf8)
    #expect(try decoded(page("<meta charset=latin1>", latin), charset: "none").contains("Größe"))
  }
}

@Suite struct EncodingUTF8Tests {
  @Test(
    arguments: [
      ([0x41, 0xC0, 0xAF, 0x42], "A\u{FFFD}\u{FFFD}B"),
      ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x80, 0x80, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}A"),
      ([0xF1, 0x80, 0x80, 0xC3, 0xA9], "\u{FFFD}é"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0x61, 0xF0, 0x9F, 0x98], "a\u{FFFD}"),
    ] as [([UInt8], String)])
  func maximalSubparts(bytes: [UInt8], text: String) {
    #expect(String(decoding: UTF8Check.repaired(bytes), as: UTF8.self) == text)
    #expect(!UTF8Check(bytes).isValid)
  }

  @Test func countsAtEveryAlignment() {
    for shift in 0..<40 {
      let bytes = Array((String(repeating: "a", count: shift) + "é€😀" + "tail of the line").utf8)
      #expect(UTF8Check(bytes).sequences == 3)
      #expect(UTF8Check(bytes).isValid)
      var broken = bytes
      broken[shift] = 0xFF
      #expect(!UTF8Check(broken).isValid)
      #expect(UTF8Check.repaired(bytes) == bytes)
    }
  }

  @Test func loneSurrogatesOfUTF16() throws {
    let page = try PageBytes.decode([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], charset: nil)
    #expect(String(decoding: page.utf8, as: UTF8.self) == "\u{FFFD}a")
  }

  @Test func pageCutOffInALetterStaysUTF8() throws {
    let bytes = Array("Größe für Bürger, schöne Grüße".utf8) + [0xC3]
    let page = try PageBytes.decode(bytes, charset: nil)
    #expect(page.encoding == "UTF-8")
    #expect(UTF8Check(page.utf8).isValid)
  }
}
