import CTables
import Lexicons
import Testing

@testable import Actors

@Suite struct ActorWordsTests {
  @Test func rowsAreWhole() {
    let classes: Set<String> = [
      "firm", "joined", "headline", "arrival", "speech", "committee", "given", "storm", "law",
      "place",
      "akin",
    ]
    for row in DataTable.rows(dateline_table_actor_words()) {
      #expect(row.count == 3 && classes.contains(row[0]), "\(row)")
      #expect((row[0] == "akin" || row[0] == "place") == (row[1] != "-"), "\(row)")
      #expect(!DataTable.list(row[2]).isEmpty && row[2] == row[2].lowercased(), "\(row)")
    }
  }

  @Test func everyClassIsRead() {
    let words = ActorWords.standard
    #expect(words.firms.contains("airways") && words.joined.contains("era"))
    #expect(words.headlines.contains("vows") && words.arrivals.contains("tour"))
    #expect(words.speech.contains("insist"))
    #expect(words.akin["leader"]?.contains("prime minister") == true)
    #expect(words.akin["monarch"]?.contains("queen") == true)
  }
}
