internal import Lexicons

/// Which rules made the events.
enum EventRulebook {
  static let version = String(DataTable.checksum(EventLexicon.tables), radix: 16)
}
