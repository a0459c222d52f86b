import CTables
import Lexicons
import Testing

@testable import Times

@Suite struct TimeTensesTests {
  @Test func rowsAreWhole() {
    let classes: Set<String> = [
      "modal", "certain", "plan", "intention", "calendar", "arrangement", "open",
    ]
    let rows = DataTable.rows(dateline_table_times_tenses())
    #expect(Set(rows.map { $0[0] }) == classes)
    for row in rows {
      #expect(row.count == 2 && row[1] == row[1].lowercased(), "\(row)")
    }
  }

  @Test func everyClassIsRead() {
    let tenses = TimeRulebook.standard.tenses
    #expect(tenses.modals.contains("'ll") && tenses.certain.isSubset(of: tenses.modals))
    #expect(tenses.plans.contains("schedule") && tenses.intentions.isSubset(of: tenses.plans))
    #expect(tenses.calendar.contains("vote") && tenses.arrangements.contains("summit"))
  }
}
