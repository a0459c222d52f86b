/// What the address of a link says of the page behind it: an author's, a topic's.
enum LinkKind {
  case author, topic

  /// By the parts of the path, in one pass; the part must have something behind it.
  static func of(_ address: UnsafeBufferPointer<UInt8>) -> LinkKind? {
    guard address.count < 300 else { return nil }
    var i = 0
    while i < address.count {
      guard address[i] == UInt8(ascii: "/") || address[i] == UInt8(ascii: "?") else {
        i += 1
        continue
      }
      let start = i + 1
      var end = start
      while end < address.count, address[end].isLowerASCII || address[end] == UInt8(ascii: "-") {
        end += 1
      }
      if end + 1 < address.count,
        address[end] == UInt8(ascii: "/") || address[end] == UInt8(ascii: "=")
      {
        let part = UnsafeBufferPointer(rebasing: address[start..<end])
        if let kind = kind(part) { return kind }
      }
      i = max(end, start)
    }
    return nil
  }

  private static func kind(_ part: UnsafeBufferPointer<UInt8>) -> LinkKind? {
    guard (3...12).contains(part.count) else { return nil }
    switch part[0] {
    case UInt8(ascii: "a"):
      if isOne(part, ["author", "authors", "autor", "autoren", "autores", "auteur"]) {
        return .author
      }
      return isOne(part, ["aihe", "amne"]) ? .topic : nil
    case UInt8(ascii: "e"): return isOne(part, ["etiqueta", "etiket", "emne"]) ? .topic : nil
    case UInt8(ascii: "k"): return isOne(part, ["keyword", "keywords"]) ? .topic : nil
    case UInt8(ascii: "n"): return isOne(part, ["newsteam"]) ? .author : nil
    case UInt8(ascii: "s"):
      return isOne(part, ["schlagwort", "schlagworte", "stichwort", "sujet", "sujets", "stitek"])
        ? .topic : nil
    case UInt8(ascii: "t"):
      return isOne(
        part,
        ["tag", "tags", "topic", "topics", "thema", "themen", "tema", "temas", "temat", "tagi"])
        ? .topic : nil
    default: return nil
    }
  }

  private static func isOne(
    _ part: UnsafeBufferPointer<UInt8>, _ words: [StaticString]
  ) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == part.count
        && part.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: part.count))
    }
  }
}
