/// Entities, and spans of text to tokens and back.
extension Doc {
  /// A named entity.
  package struct Entity: Sendable, Hashable {
    package var tokens: Range<Int>
    /// OntoNotes type ("PERSON", "GPE", ...).
    package var label: String

    package init(tokens: Range<Int>, label: String) {
      self.tokens = tokens
      self.label = label
    }
  }

  /// The entities in order; they never overlap.
  package var entities: [Entity] {
    var found: [Entity] = []
    for token in 0..<count {
      if flags[token].contains(.beginsEntity) {
        found.append(Entity(tokens: token..<token + 1, label: entityLabel(token)))
      } else if flags[token].contains(.insideEntity), let last = found.last,
        last.tokens.upperBound == token
      {
        found[found.count - 1].tokens = last.tokens.lowerBound..<token + 1
      }
    }
    return found
  }

  /// The tokens that share at least a byte with a range of UTF-8 offsets. Logarithmic.
  package func tokens(overlapping bytes: Range<Int>) -> Range<Int> {
    let first = firstToken { self.range($0).upperBound > bytes.lowerBound }
    let end = firstToken { self.range($0).lowerBound >= bytes.upperBound }
    return first..<max(first, end)
  }

  /// The tokens that share at least a scalar with a range of scalar offsets. Linear in the text.
  package func tokens(overlappingScalars scalars: Range<Int>) -> Range<Int> {
    tokens(overlapping: byteOffset(scalars.lowerBound)..<byteOffset(scalars.upperBound))
  }

  /// The range of Unicode scalars that a range of UTF-8 offsets is. Linear in the text.
  package func scalars(_ bytes: Range<Int>) -> Range<Int> {
    let start = scalarCount(0..<bytes.lowerBound)
    return start..<start + scalarCount(bytes)
  }

  private func scalarCount(_ bytes: Range<Int>) -> Int {
    utf8[bytes].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// The offset of the byte where a scalar starts; the text's end for one too many.
  private func byteOffset(_ scalar: Int) -> Int {
    var left = scalar
    for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      if left == 0 { return offset }
      left -= 1
    }
    return utf8.count
  }

  /// The first token for which something holds that holds for all after it.
  private func firstToken(_ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
