import CTables
import Lexicons
import Records
import Testing

@testable import Statements

@Suite struct StatementTablesTests {
  @Test func cuesAreWellFormed() {
    let rows = DataTable.rows(dateline_table_statement_cues())
    #expect(rows.count > 20)
    for row in rows {
      #expect(row.count == 4, "\(row)")
      #expect(CueLexicon.WordClass(rawValue: row[0]) != nil, "\(row[0])")
      #expect(Attribution.Act(rawValue: row[1]) != nil, "\(row[1])")
      #expect(row[2].lowercased() == row[2], "\(row[2])")
    }
  }

  @Test func weightsNameTraits() {
    let rows = DataTable.rows(dateline_table_statement_weights())
    #expect(rows.count > 500)
    for row in rows {
      #expect(row.count == 5, "\(row)")
      #expect(row.first.flatMap(Trait.init(name:)) != nil, "\(row)")
      #expect(row.last.flatMap { Float($0) } != nil, "\(row)")
    }
    #expect(Set(rows.map { $0.dropLast().joined(separator: "\t") }).count == rows.count)
  }

  @Test func spelledAndHashedTraitsAgree() {
    let weights = TraitWeights([["frameWord", "clause", "say", "", "0.5"]])
    let key = TraitWeights.key(
      TraitWeights.traitHashes[Int(Trait.frameWord.rawValue)], TraitWeights.hash("clause"),
      TraitWeights.hash("say"), TraitWeights.hash(""))
    #expect(weights?.weight(key) == 0.5)
    #expect(weights?.weight(key &+ 2) == 0)
  }
}
