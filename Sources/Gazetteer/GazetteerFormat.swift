internal import Containers

/// The gazetteer file, a `Container`.
///
/// A name is found by the 64-bit hash of `NameKey`: its upper bits choose a bucket, a run of entries
/// sorted by the hash's lower 32 bits; equal ones are the places of one name, the most prominent
/// first. With 1.2 million names in 2^18 buckets a strange word has a chance of 10^-9 to be taken
/// for a name.
enum GazetteerFormat {
  /// Raised whenever the contents change; a file of another version is refused.
  static let version = 2
  static let magic: UInt64 = 0x7274_7465_7A61_6764  // "dgazettr"
  static let bucketBits = 18
  /// Set in an entry's place where the name is not the place's own but another name for it.
  static let alternate: UInt32 = 1 << 31

  enum Section: Int, CaseIterable {
    /// `GazetteerPlace`s, 32 bytes each.
    case places
    /// Names: a length byte, then UTF-8.
    case names
    /// By bucket the number of its first entry, UInt32; one more for the end.
    case buckets
    /// Lower half of the hash, place: UInt32 each.
    case entries
  }

  static let container = Container(
    magic: magic, version: version, sectionCount: Section.allCases.count)

  static func bucket(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - bucketBits)) }
}
