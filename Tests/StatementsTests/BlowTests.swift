import Actors
import CTables
import Language
import Lexicons
import Records
import Syntax
import Testing

@testable import Statements

/// "Attack" and its like are words for blows and for criticism.
@Suite struct BlowTests {
  @Test(arguments: [
    "Soldiers attacked a boat near the island on Monday.",
    "Rebels attacked the town of Varn, killing four people.",
    "The town was attacked by rebels.",
    "Norway attacked Iceland with missiles.",
    "Rebels attacked Norway's army.",
    "He attacked her with a knife.",
    "The rebels' attack on the town killed four.",
    "Gunmen attacked a bus for three hours.",
  ])
  func blowsAreNoStatements(_ text: String) throws {
    let found = try StatementReading.read(text).all
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    ("The senator attacked the plan as reckless.", "the plan as reckless"),
    ("The senator attacked him over the budget.", "him over the budget"),
    ("The rebels attacked the army over its promises.", "the army over its promises"),
    ("Opposition leader Anna Berg attacked the press.", "the press"),
    ("The rebels blasted the offer.", "the offer"),
    ("She attacked police officers everywhere.", "police officers everywhere"),
  ])
  func criticismIsAStatement(_ text: String, _ content: String) throws {
    let found = try StatementReading.read(text).all
    let bytes = Array(text.utf8)
    let contents = found.map { $0.content.map { String(decoding: bytes[$0], as: UTF8.self) } }
    #expect(contents.contains([content]), "\(contents)")
  }

  @Test func theWordsAreWhole() {
    let rows = DataTable.rows(dateline_table_statement_words())
    let classes: Set<String> = [
      "blow", "fighter", "hit", "victim", "weapon", "spoken", "reproach", "speaker",
    ]
    #expect(Set(rows.map { $0[0] }) == classes)
    for row in rows { #expect(row.count == 2 && row[1] == row[1].lowercased(), "\(row)") }
    let words = StatementWords.standard
    #expect(words.blows.contains("slam") && words.hit.contains("ferry"))
    #expect(words.victims.contains("civilian") && words.spoken.contains("offer"))
    #expect(words.reproaches.contains("over") && words.speakers.contains("mayor"))
    #expect(words.fighters.contains("rebel") && words.weapons.contains("knife"))
  }
}
