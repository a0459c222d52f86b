internal import Records

/// One line of a manifest: a document and where it is.
package struct ManifestEntry: Sendable, Hashable {
  package var id: String
  package var file: String?
  package var url: String?
  package var text: String?
  /// The day of publication, as written.
  package var published: String?
  /// Why the line cannot be used; the run goes on.
  package var problem: String?
}

/// A list of documents as JSON Lines, `{"id", "file", "url"}` or `{"id", "text", "published"}`.
package enum Manifest {
  /// Largest manifest that is read.
  package static let maximumBytes = 1 << 31

  /// One entry a line that is not blank; a line that cannot be read becomes an entry with its
  /// problem and an id made of its number.
  package static func entries(_ bytes: [UInt8]) -> [ManifestEntry] {
    bytes.split(separator: 0x0A).enumerated().compactMap { number, line in
      entry(Array(line), number: number + 1)
    }
  }

  /// The entry of a line; `nil` for a blank one.
  static func entry(_ line: [UInt8], number: Int) -> ManifestEntry? {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
    do throws(JSONError) {
      let json = try JSONReader.read(line)
      let id = json["id"]?.string ?? json["id"]?.int.map(String.init) ?? "line \(number)"
      var entry = ManifestEntry(
        id: id, file: json["file"]?.string, url: json["url"]?.string, text: json["text"]?.string,
        published: json["published"]?.string)
      if entry.file == nil, entry.text == nil {
        entry.problem = "line \(number) of the manifest names no file"
      }
      return entry
    } catch {
      return ManifestEntry(
        id: "line \(number)", problem: "line \(number) of the manifest: \(error)")
    }
  }
}
