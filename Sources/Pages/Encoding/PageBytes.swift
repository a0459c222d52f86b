/// The bytes of a page as UTF-8, and what kind of page they hold.
package struct PageBytes: Sendable {
  package enum Format: Sendable { case html, text }

  /// Always valid UTF-8, without a byte order mark.
  package var utf8: [UInt8]
  package var format: Format
  /// WHATWG name of the encoding the bytes were in.
  package var encoding: String
}

extension PageBytes {
  /// Decodes a page: byte order mark, then what HTTP or a meta element declares, then detection;
  /// a declaration that the bytes contradict is not believed. Bytes that are valid UTF-8 already
  /// are passed on without a copy.
  ///
  /// - charset: the charset of the HTTP header.
  /// - Throws: `.empty` for nothing but blanks, `.notAPage` for other kinds of files.
  package static func decode(_ bytes: [UInt8], charset: String?) throws(ReadError) -> PageBytes {
    guard !isBlank(bytes[...]) else { throw .empty }
    if let name = FileSignature.name(of: bytes) { throw .notAPage(name) }
    if let (mark, length) = byteOrderMark(bytes) {
      return try page(bytes[length...], encoding: mark)
    }
    if let found = EncodingDetector.utf16(bytes) { return try page(bytes[...], encoding: found) }
    guard !FileSignature.isBinary(bytes) else { throw .notAPage("binary data") }

    let declared =
      charset.flatMap { WebEncoding(label: $0) } ?? MetaPrescan.encoding(in: bytes[...])
    let check = UTF8Check(bytes)
    let encoding = choose(declared: declared, check: check, bytes: bytes)
    guard encoding != .utf8 || !check.isValid else {
      return PageBytes(utf8: bytes, format: PageFormat.tell(bytes), encoding: encoding.name)
    }
    return try page(bytes[...], encoding: encoding)
  }

  private static func page(
    _ bytes: ArraySlice<UInt8>, encoding: WebEncoding
  ) throws(ReadError) -> PageBytes {
    let utf8 = Transcoder.utf8(bytes, from: encoding)
    guard !isBlank(utf8[...]) else { throw .empty }
    return PageBytes(utf8: utf8, format: PageFormat.tell(utf8), encoding: encoding.name)
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (WebEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    return nil
  }

  /// Well-formed UTF-8 hardly happens by chance in a one-byte encoding; in short texts of the
  /// two-byte encodings it does, so that those need this many sequences to be overruled.
  private static let sequencesThatOverrule = 8

  private static func choose(
    declared: WebEncoding?, check: UTF8Check, bytes: [UInt8]
  ) -> WebEncoding {
    if check.isASCII { return chooseForASCII(declared: declared, bytes: bytes) }
    if check.isValid {
      guard let declared, declared.isMultiByte, check.sequences < sequencesThatOverrule else {
        return .utf8
      }
      return declared
    }
    if let declared, declared != .utf8, fits(declared, bytes: bytes) { return declared }
    // A page cut off in a letter, or with one foreign comment pasted in, is UTF-8 still.
    if check.sequences > check.errors * 4 { return .utf8 }
    return EncodingDetector.encoding(of: bytes[...]) ?? .windows1252
  }

  /// ASCII bytes mean something else in these only.
  private static func chooseForASCII(declared: WebEncoding?, bytes: [UInt8]) -> WebEncoding {
    switch declared?.name {
    case "replacement": return declared ?? .utf8
    case "ISO-2022-JP" where bytes.contains(0x1B): return declared ?? .utf8
    default: break
    }
    guard bytes.contains(0x1B), let found = EncodingDetector.encoding(of: bytes[...]),
      found.name == "ISO-2022-JP"
    else { return .utf8 }
    return found
  }

  /// Whether the bytes can be in the encoding declared: one with two bytes a letter has rules that
  /// other bytes break at once, one with a byte a letter takes anything.
  private static func fits(_ encoding: WebEncoding, bytes: [UInt8]) -> Bool {
    guard encoding.isMultiByte, let name = encoding.iconvName else {
      return encoding != .utf16LE && encoding != .utf16BE
    }
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let errors = Iconv.convert(bytes, from: name).errors
    return errors * 20 <= high
  }
}
