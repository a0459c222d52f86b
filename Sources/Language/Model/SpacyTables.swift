import CTables

/// Two small tables that belong to spaCy itself and are not in the published model's package.
struct SpacyTables {
  /// Symbol names to numbers: strings that have one are known by it and not by their hash.
  let symbols: [String: UInt32]
  /// Norms of quotation marks, currency signs and the like, by text.
  let norms: [String: String]

  init() {
    symbols = Dictionary(
      SpacyTables.rows(dateline_table_symbols()).compactMap { row in
        UInt32(row.value).map { (row.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
    norms = Dictionary(
      SpacyTables.rows(dateline_table_base_norms()).map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Lines "key, tab, value" after the comment lines at the start.
  private static func rows(_ table: DatelineTable) -> [(key: String, value: String)] {
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    return text.split(separator: "\n").drop { $0.hasPrefix("# ") }.compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
    }
  }
}
