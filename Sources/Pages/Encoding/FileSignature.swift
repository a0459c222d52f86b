/// Tells files that are no pages by their first bytes.
///
/// Source: WHATWG MIME Sniffing, 6 and 7; file(1)'s magic for what it leaves out.
enum FileSignature {
  /// What the file is ("a PDF document"), `nil` where it may be a page.
  static func name(of bytes: [UInt8]) -> String? {
    for signature in signatures where bytes.count >= signature.offset + signature.bytes.count {
      let range = signature.offset..<(signature.offset + signature.bytes.count)
      if bytes[range].elementsEqual(signature.bytes) { return signature.name }
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return zip(bytes) }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 12 {
      return bytes[8..<12].elementsEqual("WEBP".utf8) ? "a WebP image" : "a sound or video file"
    }
    return nil
  }

  /// Whether the bytes are neither text nor anything known: many control characters.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    var controls = 0
    for byte in head where byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: break
      default: controls += 1
      }
    }
    // Random bytes have 10 % of these; the worst page seen has a few.
    return controls * 100 > head.count * 5 && controls > 4
  }

  private struct Signature {
    let offset: Int
    let bytes: [UInt8]
    let name: String

    init(_ bytes: [UInt8], at offset: Int = 0, _ name: String) {
      self.offset = offset
      self.bytes = bytes
      self.name = name
    }

    init(_ text: String, at offset: Int = 0, _ name: String) {
      self.init(Array(text.utf8), at: offset, name)
    }
  }

  private static let signatures: [Signature] = [
    Signature("%PDF-", "a PDF document"),
    Signature([0xFF, 0xD8, 0xFF], "a JPEG image"),
    Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    Signature("GIF87a", "a GIF image"),
    Signature("GIF89a", "a GIF image"),
    Signature([0x1F, 0x8B, 0x08], "gzip data"),
    Signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a Microsoft Office document"),
    Signature("{\\rtf", "an RTF document"),
    Signature("%!PS", "a PostScript document"),
    Signature([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
    Signature([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    Signature("BZh91AY&SY", "bzip2 data"),
    Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    Signature("Rar!\u{1A}\u{7}", "a RAR archive"),
    Signature("SQLite format 3\0", "an SQLite database"),
    Signature([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
    Signature([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    Signature([0x00, 0x00, 0x01, 0x00], "an icon"),
    Signature("ftypavif", at: 4, "an AVIF image"),
    Signature("ftyp", at: 4, "a video file"),
    Signature("ID3", "a sound file"),
    Signature("OggS\0", "a sound or video file"),
    Signature([0x1A, 0x45, 0xDF, 0xA3], "a video file"),
    Signature("wOFF", "a font"),
    Signature("wOF2", "a font"),
    Signature("ustar", at: 257, "a tar archive"),
  ]

  private static func zip(_ bytes: [UInt8]) -> String {
    let head = bytes.prefix(4096)
    func holds(_ text: String) -> Bool {
      let wanted = Array(text.utf8)
      return head.indices.contains { start in
        head[start] == wanted[0] && head[start...].starts(with: wanted)
      }
    }
    if holds("application/epub+zip") { return "an EPUB book" }
    if holds("[Content_Types].xml") || holds("application/vnd.oasis") {
      return "an office document"
    }
    return "a zip archive"
  }
}
