/// Parses HTML by the WHATWG standard, with scripting disabled.
package enum HTMLParser {
  /// Bytes of a page that are read at most; nodes and attributes then have 32-bit numbers to spare.
  static let limit = 256 << 20

  /// The tree of a page; `source` is UTF-8, decoded already. Never fails: broken markup has a tree
  /// by the standard too. Time grows with the size of the page alone.
  package static func parse(_ source: [UInt8]) -> HTMLTree {
    let source = normalizingNewlines(source)
    return source.withUnsafeBufferPointer { input in
      var builder = HTMLTreeBuilder(input)
      builder.build()
      return builder.tree(source)
    }
  }

  /// "Preprocessing the input stream": CRLF and CR become LF. Takes no more than the limit.
  private static func normalizingNewlines(_ source: [UInt8]) -> [UInt8] {
    let source = source.count > limit ? Array(source.prefix(limit)) : source
    return source.withUnsafeBufferPointer { input -> [UInt8]? in
      var index = ByteScan.first(0x0D, in: input, from: 0)
      guard index < input.count else { return nil }
      var out: [UInt8] = []
      out.reserveCapacity(input.count)
      var start = 0
      while index < input.count {
        out.append(contentsOf: input[start..<index])
        out.append(0x0A)
        start = index + 1
        if start < input.count, input[start] == 0x0A { start += 1 }
        index = ByteScan.first(0x0D, in: input, from: start)
      }
      out.append(contentsOf: input[start...])
      return out
    } ?? source
  }
}

extension HTMLTreeBuilder {
  /// What was built, with the bytes that its text lies in.
  consuming func tree(_ source: [UInt8]) -> HTMLTree {
    for index in nodes.indices where nodes[index].kind == .text { nodes[index].name = 0 }
    return HTMLTree(
      nodes: nodes, attributes: tokenizer.attributes,
      bytes: tokenizer.tail.isEmpty ? source : source + tokenizer.tail,
      names: tokenizer.names.texts)
  }
}
