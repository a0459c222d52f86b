package import Records

/// `outlets`: who publishes, by host, else by name.
enum OutletTable {
  /// The outlet's id; made where it is new, renamed where a page calls it otherwise. `nil` where
  /// neither host nor name is known.
  static func id(host: String?, name: String?, _ connection: Connection) throws(SQLiteError)
    -> Int?
  {
    if let host {
      return try connection.first(
        """
        INSERT INTO outlets (host, name) VALUES (?1, ?2)
        ON CONFLICT (host) DO UPDATE SET name = coalesce(excluded.name, name)
        RETURNING id
        """, [.text(host), .text(optional: name)]
      ) { row throws(SQLiteError) in row.int(0) }
    }
    guard let name else { return nil }
    // The same name with a host, where just one has it, is the same outlet.
    let hosts = try connection.rows(
      "SELECT id FROM outlets WHERE name = ?1 LIMIT 2", [.text(name)]
    ) { row throws(SQLiteError) in row.int(0) }
    if hosts.count == 1 { return hosts[0] }
    return try connection.first(
      """
      INSERT INTO outlets (name) VALUES (?1)
      ON CONFLICT (name) WHERE host IS NULL DO UPDATE SET name = name RETURNING id
      """, [.text(name)]
    ) { row throws(SQLiteError) in row.int(0) }
  }
}

/// An outlet with the number of its reports.
package struct OutletCount: Sendable, Hashable {
  package var outlet: Outlet
  package var reports: Int

  package init(outlet: Outlet, reports: Int) {
    self.outlet = outlet
    self.reports = reports
  }
}

extension Archive {
  /// All outlets, those with most reports first.
  package func outlets() throws(ArchiveError) -> [OutletCount] {
    try access { connection throws(SQLiteError) in
      try connection.rows(
        """
        SELECT o.id, o.host, o.name, count(r.id) AS reports
        FROM outlets o JOIN reports r ON r.outlet = o.id
        GROUP BY o.id ORDER BY reports DESC, o.id
        """
      ) { row throws(SQLiteError) in
        OutletCount(
          outlet: Outlet(id: row.int(0), host: row.optionalText(1), name: row.optionalText(2)),
          reports: row.int(3))
      }
    }
  }
}
