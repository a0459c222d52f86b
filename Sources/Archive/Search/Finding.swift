internal import Records

/// What a word like "12", "12.2", an address or the beginning of one stands for.
package enum Finding: Sendable, Hashable {
  /// A report and one of its versions, the latest unless another was asked for.
  case version(report: Int, version: Int)
  /// Several reports begin so: some of them, by address or name.
  case ambiguous([String])
  case none
}

extension Archive {
  /// Most names listed of what is ambiguous.
  private static let listed = 10

  /// Finds a report by its id ("12"), its id and version ("12.2"), its address, its input's name,
  /// or the beginning of its address, its name or a version's SHA-256 (from 6 digits), if but one
  /// report begins so.
  package func find(_ text: String) throws(ArchiveError) -> Finding {
    try read { connection throws(SQLiteError) in
      if let found = try byNumber(text, connection) { return found }
      if let found = try byKey(text, connection) { return found }
      if let found = try byHash(text, connection) { return found }
      return try byPrefix(text, connection)
    }
  }

  private func byNumber(_ text: String, _ connection: Connection) throws(SQLiteError) -> Finding? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let id = Int(parts[0]) else { return nil }
    let number = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || number != nil else { return nil }
    return try connection.first(
      """
      SELECT v.report, v.id FROM reports r JOIN versions v ON v.report = r.id
      WHERE r.id = ?1 AND CASE WHEN ?2 IS NULL THEN v.id = r.latest ELSE v.number = ?2 END
      """, [.int(id), .int(optional: number)], Archive.found)
  }

  private func byKey(_ text: String, _ connection: Connection) throws(SQLiteError) -> Finding? {
    try connection.first(
      "SELECT id, latest FROM reports WHERE key = ?1 OR key = ?2",
      [.text(ReportAddress(text)?.key ?? "name:" + text), .text("name:" + text)], Archive.found)
  }

  private func byHash(_ text: String, _ connection: Connection) throws(SQLiteError) -> Finding? {
    let hex = text.lowercased()
    guard (6...64).contains(hex.utf8.count), hex.utf8.allSatisfy({ Archive.isHexDigit($0) }) else {
      return nil
    }
    let found = try connection.rows(
      """
      SELECT v.report, v.id FROM pages p JOIN versions v ON v.page = p.id
      WHERE p.sha256 >= ?1 AND hex(p.sha256) LIKE ?2 LIMIT 2
      """, [.blob(Archive.lowestBytes(hex)), .text(hex + "%")], Archive.found)
    return found.count == 1 ? found[0] : nil
  }

  private func byPrefix(_ text: String, _ connection: Connection) throws(SQLiteError) -> Finding {
    guard !text.isEmpty else { return .none }
    let keys = Archive.keys(beginning: text)
    let rows = try connection.rows(
      """
      SELECT id, latest, coalesce(address, name) FROM reports
      WHERE (key >= ?1 AND key < ?2) OR (key >= ?3 AND key < ?4) ORDER BY key LIMIT ?5
      """,
      keys.flatMap { [Binding.text($0), .text($0 + "\u{10FFFF}")] } + [.int(Archive.listed)]
    ) { row throws(SQLiteError) in (try Archive.found(row), row.text(2)) }
    switch rows.count {
    case 0: return .none
    case 1: return rows[0].0
    default: return .ambiguous(rows.map(\.1))
    }
  }

  private static func found(_ row: Statement) throws(SQLiteError) -> Finding {
    .version(report: row.int(0), version: row.int(1))
  }

  /// How the keys of reports begin whose address, with or without scheme, or name begins so.
  private static func keys(beginning text: String) -> [String] {
    var address = text
    for scheme in ["https://", "http://", "//"] where address.hasPrefix(scheme) {
      address.removeFirst(scheme.count)
    }
    if address.hasPrefix("www.") { address.removeFirst(4) }
    return ["//" + address, "name:" + text]
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The smallest hash that begins with these hexadecimal digits, for the index to start at.
  private static func lowestBytes(_ hex: String) -> [UInt8] {
    Digest(hex: hex + String(repeating: "0", count: 64 - hex.utf8.count))?.bytes ?? []
  }
}
