internal import Containers

/// Names of the world's places and where they are, mapped into memory and ready for any number of
/// workers.
///
/// Immutable after `init`, and Sendable for that; whatever the file says is checked against its bounds.
package final class Gazetteer: @unchecked Sendable {
  private let file: MappedFile?
  private let places: UnsafeRawBufferPointer
  private let names: UnsafeRawBufferPointer
  private let buckets: UnsafeRawBufferPointer
  private let entries: UnsafeRawBufferPointer
  private let entryCount: Int
  package let count: Int

  /// Maps the file and checks all of it.
  package init(path: String) throws(GazetteerError) {
    do throws(ContainerFault) {
      let file = try MappedFile(path: path)
      let sections = try GazetteerFormat.container.sections(of: file.bytes)
      self.file = file
      places = sections[GazetteerFormat.Section.places.rawValue]
      names = sections[GazetteerFormat.Section.names.rawValue]
      buckets = sections[GazetteerFormat.Section.buckets.rawValue]
      entries = sections[GazetteerFormat.Section.entries.rawValue]
    } catch {
      throw GazetteerError(path: path, reason: .fault(error))
    }
    count = places.count / GazetteerPlace.size
    entryCount = entries.count / 8
    guard buckets.count == ((1 << GazetteerFormat.bucketBits) + 1) * 4 else {
      throw GazetteerError(path: path, reason: .fault(.damaged))
    }
  }

  /// A place that bears a name.
  package struct Match: Sendable, Hashable {
    package var place: Int
    /// Whether the name is another one than the place's own.
    package var isAlternate: Bool
  }

  /// The places of a name by its key, the most prominent first.
  package func matches(_ key: UInt64) -> Matches {
    let bucket = GazetteerFormat.bucket(key)
    let start = min(Int(word(buckets, bucket)), entryCount)
    let end = max(start, min(Int(word(buckets, bucket + 1)), entryCount))
    let low = UInt32(truncatingIfNeeded: key)
    var first = start
    while first < end, word(entries, first * 2) < low { first += 1 }
    var last = first
    while last < end, word(entries, last * 2) == low { last += 1 }
    return Matches(gazetteer: self, range: key == 0 ? 0..<0 : first..<last)
  }

  package struct Matches: RandomAccessCollection {
    let gazetteer: Gazetteer
    let range: Range<Int>
    package var startIndex: Int { range.lowerBound }
    package var endIndex: Int { range.upperBound }
    package subscript(index: Int) -> Match { gazetteer.match(index) }
  }

  private func match(_ entry: Int) -> Match {
    let value = word(entries, entry * 2 + 1)
    return Match(
      place: Int(value & ~GazetteerFormat.alternate),
      isAlternate: value & GazetteerFormat.alternate != 0)
  }

  /// `nil` for a number the file has no place for.
  package func place(_ number: Int) -> GazetteerPlace? {
    guard number >= 0, number < count else { return nil }
    return GazetteerPlace(places, at: number * GazetteerPlace.size)
  }

  package func name(_ place: GazetteerPlace) -> String {
    String(decoding: nameBytes(place), as: UTF8.self)
  }

  /// Whether a key is that of the place's own name.
  package func isOwnName(_ key: UInt64, of place: GazetteerPlace, _ keys: inout NameKey) -> Bool {
    key == keys.hash(nameBytes(place))
  }

  private func nameBytes(_ place: GazetteerPlace) -> UnsafeBufferPointer<UInt8> {
    let start = Int(place.name)
    guard start < names.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let end = min(start + 1 + Int(names[start]), names.count)
    return UnsafeRawBufferPointer(rebasing: names[start + 1..<end]).assumingMemoryBound(
      to: UInt8.self)
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
  }
}
