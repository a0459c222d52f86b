/// Reads the published tokenizer's file into rules.
enum TokenizerCompiler {
  /// The published model's numbers of a token's text and norm.
  private static let orth: UInt64 = 65
  private static let norm: UInt64 = 67

  static func rules(_ file: MessagePack) throws(AffixError) -> TokenizerRules {
    guard let url = file["url_match"]?.text else { throw AffixError(reason: "no address pattern") }
    var rules = TokenizerRules(
      prefix: try expression("prefix_search", in: file),
      suffix: try expression("suffix_search", in: file),
      infix: try expression("infix_finditer", in: file),
      domainLetters: try AffixParser.scalarClass(in: url, before: "{2,63}"),
      exceptions: try exceptions(file))
    rules.phrases = phrases(rules)
    return rules
  }

  private static func expression(
    _ name: String, in file: MessagePack
  ) throws(AffixError) -> AffixExpression {
    guard let pattern = file[name]?.text else { throw AffixError(reason: "no \(name)") }
    do {
      return try AffixParser.parse(pattern)
    } catch {
      throw AffixError(reason: "\(name): \(error.reason)")
    }
  }

  private static func exceptions(
    _ file: MessagePack
  ) throws(AffixError) -> [TokenizerRules.Exception] {
    guard let pairs = file["exceptions"]?.pairs else { throw AffixError(reason: "no exceptions") }
    var found: [TokenizerRules.Exception] = []
    for (key, value) in pairs {
      guard let text = key.text, let parts = value.array else {
        throw AffixError(reason: "an odd exception")
      }
      let tokens = parts.map { part in
        TokenizerRules.Part(text: field(orth, of: part) ?? "", norm: field(norm, of: part))
      }
      guard tokens.map(\.text).joined() == text, tokens.allSatisfy({ !$0.text.isEmpty }) else {
        throw AffixError(reason: "the exception \(text) is not made of its parts")
      }
      found.append(.init(text: text, parts: tokens))
    }
    return found
  }

  private static func field(_ number: UInt64, of part: MessagePack) -> String? {
    part.pairs?.first { $0.key.integer == number }?.value.text
  }

  /// Exceptions that affix rules get hold of, or that hold a space, cut as if there were none.
  private static func phrases(_ rules: TokenizerRules) -> [[String]] {
    let splitter = ChunkSplitter(rules: rules)
    return rules.exceptions.map(\.text).sorted().compactMap { text in
      let scalars = text.unicodeScalars.map(\.value)
      return scalars.withUnsafeBufferPointer { buffer -> [String]? in
        guard text.unicodeScalars.contains(" ") || isHit(buffer, rules) else { return nil }
        return words(scalars, splitter)
      }
    }
  }

  private static func isHit(
    _ text: UnsafeBufferPointer<UInt32>, _ rules: TokenizerRules
  ) -> Bool {
    rules.prefix.match(text, at: 0) != nil || rules.suffix.longestSuffix(text) > 0
      || text.indices.contains { rules.infix.match(text, at: $0) != nil }
  }

  /// Token texts of a text, exceptions switched off.
  private static func words(_ text: [UInt32], _ splitter: ChunkSplitter) -> [String] {
    var found: [String] = []
    var start = 0
    var inSpace = text.first.map(ScalarClass.isSpace) ?? false
    func chunk(_ range: Range<Int>) {
      text[range].withUnsafeBufferPointer { chunk in
        for piece in splitter.split(chunk, withExceptions: false) {
          found.append(string(chunk[piece.range]))
        }
      }
    }
    for i in text.indices where ScalarClass.isSpace(text[i]) != inSpace {
      if start < i { chunk(start..<i) }
      start = text[i] == 0x20 ? i + 1 : i
      inSpace.toggle()
    }
    if start < text.count { chunk(start..<text.count) }
    return found
  }

  private static func string(_ scalars: Slice<UnsafeBufferPointer<UInt32>>) -> String {
    var text = ""
    for scalar in scalars { Unicode.Scalar(scalar).map { text.unicodeScalars.append($0) } }
    return text
  }
}
