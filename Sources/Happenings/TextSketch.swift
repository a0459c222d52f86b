/// A short mark of a text by which near copies are found: of all its shingles of five words the
/// least value of each of some hash functions (MinHash: Broder, "On the resemblance and containment
/// of documents", 1997). The share of places in which two sketches agree estimates the share of
/// shingles that both texts have.
package struct TextSketch: Sendable, Hashable {
  package static let shingle = 5
  package static let bands = 20
  package static let rows = 3
  package static let size = bands * rows

  /// Empty for a text of fewer words than a shingle.
  package var hashes: [UInt32]

  package init(hashes: [UInt32]) { self.hashes = hashes }

  /// Case, punctuation and white space do not count.
  package init(_ text: String) {
    let words = Self.words(text)
    guard words.count >= Self.shingle else {
      hashes = []
      return
    }
    var least = [UInt32](repeating: .max, count: Self.size)
    for start in 0...words.count - Self.shingle {
      var shingle: UInt64 = 0xCBF2_9CE4_8422_2325
      for word in words[start..<start + Self.shingle] {
        shingle = (shingle ^ word) &* 0x100_0000_01B3
      }
      for place in 0..<Self.size {
        let value = UInt32(truncatingIfNeeded: Self.mix(shingle &+ Self.seeds[place]) >> 32)
        if value < least[place] { least[place] = value }
      }
    }
    hashes = least
  }

  private static let seeds = (1...UInt64(size)).map { $0 &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64's output function (Steele, Lea, Flood, 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// FNV-1a of each run of letters and digits, ASCII in lower case.
  private static func words(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    var word: UInt64 = 0
    for byte in text.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      guard isUpper || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      else {
        if word != 0 { words.append(word) }
        word = 0
        continue
      }
      if word == 0 { word = 0xCBF2_9CE4_8422_2325 }
      word = (word ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    if word != 0 { words.append(word) }
    return words
  }

  /// The estimated share of shingles that both have.
  package func likeness(_ other: TextSketch) -> Double {
    guard hashes.count == Self.size, other.hashes.count == Self.size else { return 0 }
    let same = zip(hashes, other.hashes).count { $0 == $1 }
    return Double(same) / Double(Self.size)
  }
}

/// Which texts are near copies of one another: wire reports with another headline, a cut end.
package enum CopyGroups {
  /// From this share of shingles in common two texts are copies: independent reports of a matter
  /// share quotations, some hundredths; a copy cut to two thirds of its length shares 0.66.
  package static let likeness = 0.5

  /// For each sketch the place of the first of its group. Sketches that agree in a band are compared
  /// with the first that had it (locality-sensitive hashing: Indyk, Motwani, 1998): linear time.
  package static func groups(_ sketches: [TextSketch]) -> [Int] {
    struct Band: Hashable {
      var number: Int
      var hashes: [UInt32]
    }
    var sets = DisjointSets(count: sketches.count)
    var first: [Band: Int] = [:]
    for (index, sketch) in sketches.enumerated() where sketch.hashes.count == TextSketch.size {
      for number in 0..<TextSketch.bands {
        let start = number * TextSketch.rows
        let band = Band(
          number: number, hashes: Array(sketch.hashes[start..<start + TextSketch.rows]))
        guard let other = first[band] else {
          first[band] = index
          continue
        }
        if sets.find(other) != sets.find(index), sketch.likeness(sketches[other]) >= likeness {
          sets.unite(other, index)
        }
      }
    }
    return sketches.indices.map { sets.find($0) }
  }
}
