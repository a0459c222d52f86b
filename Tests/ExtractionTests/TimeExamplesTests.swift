import CTables
import Lexicons
import Records
import Testing

@testable import Extraction
@testable import Times

/// The examples that stand beside the rules (`times-examples.tsv`).
@Suite struct TimeExamplesTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var published: Timestamp?
    var text: String
    var words: [String]
    var values: [String]

    var testDescription: String { text }

    /// Text with what is to be found between « and ».
    init?(_ row: [String]) {
      guard row.count >= 2 else { return nil }
      published = Timestamp(iso8601: row[0])
      text = row[1].filter { $0 != "«" && $0 != "»" }
      words = row[1].split(separator: "«", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "»" })
      }
      values = row.count > 2 ? row[2].split(separator: " ").map(String.init) : []
    }
  }

  static let all = DataTable.rows(dateline_table_times_examples()).compactMap(Example.init)

  @Test func thereAreExamplesOfBothKinds() {
    #expect(Self.all.filter { !$0.words.isEmpty }.count > 50)
    #expect(Self.all.filter(\.words.isEmpty).count > 5)
  }

  @Test(arguments: all) func reads(_ example: Example) {
    let record = RecordExtractor.record(example.text, published: example.published)
    let utf8 = Array(example.text.utf8)
    let words = record.times.map { String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(words == example.words)
    #expect(record.times.map { $0.value ?? "-" } == example.values)
  }

  /// Case, typographic quotes, spaces that do not break and line breaks change nothing.
  @Test(arguments: all.filter { $0.text.contains("January 13") || $0.text.contains("'") })
  func spellingDoesNotMatter(_ example: Example) {
    let plain = RecordExtractor.record(example.text, published: example.published)
    let other = example.text.map { character -> String in
      switch character {
      case "'": "\u{2019}"
      case " ": "\u{A0}"
      default: String(character)
      }
    }.joined()
    let fancy = RecordExtractor.record(other, published: example.published)
    #expect(fancy.times.map(\.value) == plain.times.map(\.value))
    let broken = RecordExtractor.record(
      example.text.replacing(" ", with: "\n"), published: example.published)
    #expect(broken.times.map(\.value) == plain.times.map(\.value))
  }
}
