/// What an element's attributes say of it.
extension OutlineScan {
  /// Evidence of class, id, test id, role, itemprop and style; and the element's look.
  func evidence(_ node: Int32, _ tag: HTMLName) -> (Evidence, UInt32) {
    let entry = tree.nodes[Int(node)]
    var found: Evidence = []
    var look: UInt32 = 0x811C_9DC5 ^ UInt32(tag.rawValue)
    for index in Int(entry.start)..<Int(entry.start + entry.count) {
      let attribute = tree.attributes[index]
      let range = Int(attribute.valueStart)..<Int(attribute.valueStart + attribute.valueCount)
      tree.bytes.withUnsafeBufferPointer { bytes in
        let value = UnsafeBufferPointer(rebasing: bytes[range])
        switch HTMLName(rawValue: attribute.name) {
        case .class:
          found.formUnion(ClassWords.table.evidence(in: value))
          for byte in value { look = (look ^ UInt32(byte)) &* 0x0100_0193 }
        case .id where Self.isName(value), .role:
          found.formUnion(ClassWords.table.evidence(in: value))
        case .itemprop: found.formUnion(Self.property(value))
        case .hidden: found.insert(.unseen)
        case .style where Self.hides(value): found.insert(.unseen)
        case .ariaHidden where value.elementsEqual("true".utf8): found.insert(.hidden)
        default:
          if attribute.name == testNames.id || attribute.name == testNames.component {
            found.formUnion(ClassWords.table.evidence(in: value))
          }
        }
      }
    }
    return (found, look)
  }

  /// An id of few words; longer ones are made of titles.
  private static func isName(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    id.count <= 40 && id.reduce(0) { $0 + ($1 == 0x2D || $1 == 0x5F ? 1 : 0) } <= 3
  }

  private static func property(_ value: UnsafeBufferPointer<UInt8>) -> Evidence {
    if value.elementsEqual("articleBody".utf8) { return .articleBody }
    if value.elementsEqual("comment".utf8) { return .comments }
    if value.elementsEqual("caption".utf8) { return .caption }
    if value.elementsEqual("headline".utf8) { return .headline }
    if value.elementsEqual("author".utf8) { return .byline }
    if value.elementsEqual("datePublished".utf8) { return .byline }
    return []
  }

  /// `display:none` or `visibility:hidden` in a style attribute.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count >= 12, style.count < 400 else { return false }
    var compact: [UInt8] = []
    for byte in style where byte != 0x20 { compact.append(byte | 0x20) }
    let text = String(decoding: compact, as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }
}
