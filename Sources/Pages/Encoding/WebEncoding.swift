import CTables

/// An encoding of the web, found by one of its labels ("latin1", "utf8").
///
/// Source: WHATWG Encoding Standard, 4.2 "Names and labels"; the table is `Data/encodings.tsv`.
struct WebEncoding: Sendable, Hashable {
  /// The standard's name ("windows-1252").
  let name: String
  /// What iconv calls it; `nil` for those that are decoded here.
  let iconvName: String?

  static let utf8 = WebEncoding(name: "UTF-8", iconvName: nil)
  static let utf16LE = WebEncoding(name: "UTF-16LE", iconvName: nil)
  static let utf16BE = WebEncoding(name: "UTF-16BE", iconvName: nil)
  /// What the standard takes where nothing is declared.
  static let windows1252 = WebEncoding(name: "windows-1252", iconvName: "CP1252")

  /// Encodings with two or more bytes a character whose trail bytes may look like UTF-8's.
  var isMultiByte: Bool {
    switch name {
    case "GBK", "gb18030", "Big5", "EUC-JP", "Shift_JIS", "EUC-KR", "ISO-2022-JP": true
    default: false
    }
  }
}

extension WebEncoding {
  /// "Get an encoding" of the standard: `nil` for a label that it does not know. The labels are
  /// few, and looked up once a page: a scan of the table is quick enough.
  init?(label: some StringProtocol) {
    let wanted = Array(label.utf8.drop(while: Self.isSpace).map(Self.lowercased))
    let trimmed = wanted[..<(wanted.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? 0)]
    guard !trimmed.isEmpty, let row = Self.row(of: trimmed) else { return nil }
    self = row
  }

  private static func row(of label: ArraySlice<UInt8>) -> WebEncoding? {
    let table = dateline_table_encodings()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3, fields[0].elementsEqual(label) else { continue }
      let iconvName = String(decoding: fields[2], as: UTF8.self)
      return WebEncoding(
        name: String(decoding: fields[1], as: UTF8.self),
        iconvName: iconvName == "-" ? nil : iconvName)
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
