import CTables
import Lexicons
import Testing

@testable import Places

@Suite struct PlaceTablesTests {
  @Test func everyWordHasAKnownClass() {
    for row in DataTable.rows(dateline_table_places_words()) where row.count > 1 {
      #expect(row.count == 2 && (WordClass.names[row[0]] != nil || row[0] == "never"), "\(row)")
    }
    #expect(PlaceWords.classes["in"]?.contains(.locative) == true)
  }

  @Test func everyWeightIsOfATrait() {
    let mention = Set(MentionTrait.allCases.map { "\($0)" })
    let candidate = Set(CandidateTrait.allCases.map { "\($0)" })
    var count = 0
    for row in DataTable.rows(dateline_table_places_weights()) where row.count > 1 {
      #expect(row.count == 3 && Double(row[2]) != nil, "\(row)")
      #expect((row[0] == "mention" ? mention : candidate).contains(row[1]), "\(row)")
      count += 1
    }
    #expect(count > 40)
  }
}
