package import CTables

/// Rows of a table of `CTables`: fields between tabs, `#` lines left out.
package enum DataTable {
  package static func rows(_ table: DatelineTable) -> [[String]] {
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The same of a table that is no part of the program.
  package static func rows(of text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.first != "#" }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Words between commas.
  package static func list(_ field: String) -> [String] {
    field.utf8.split(separator: UInt8(ascii: ",")).map { part in
      String(Substring(part.drop { $0 == UInt8(ascii: " ") }))
    }
  }

  /// Words between commas, the last field of each row, by the fields before it ("-": none), with a
  /// space between two; rows of one class together.
  package static func classes(_ rows: [[String]]) -> [String: Set<String>] {
    var classes: [String: Set<String>] = [:]
    for row in rows where row.count > 1 {
      let name = row.dropLast().filter { $0 != "-" }.joined(separator: " ")
      classes[name, default: []].formUnion(list(row[row.count - 1]))
    }
    return classes
  }

  /// FNV-1a, 64 bits, of the bytes of tables, so that a rulebook's version tells of any change.
  package static func checksum(_ tables: [DatelineTable]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for table in tables {
      for byte in UnsafeBufferPointer(start: table.bytes, count: table.count) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return hash
  }
}
