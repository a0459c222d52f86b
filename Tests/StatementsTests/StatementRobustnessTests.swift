import Actors
import Language
import Records
import Syntax
import Testing

@testable import Statements

/// Texts that no rule was made for: nothing crashes, nothing absurd comes out.
@Suite struct StatementRobustnessTests {
  private func find(_ text: String) throws -> [Attribution] {
    try StatementReading.read(text).all
  }

  private func longest(_ found: [Attribution]) -> Int {
    found.flatMap(\.content).map(\.count).max() ?? 0
  }

  @Test(arguments: ["\"", "“", "”", "'", "‘", "’", "«", "»", "''", "``", "„", "‘‘", "’’"])
  func unbalancedMarks(_ mark: String) throws {
    let body = "The harbour is open again. Ships came in at noon. Nobody was hurt, officials said. "
    let text = mark + String(repeating: body, count: 30) + "\n" + String(repeating: body, count: 30)
    #expect(longest(try find(text)) < 400)
    _ = try find(String(repeating: mark, count: 200))
    _ = try find(body + mark)
    _ = try find(String(repeating: mark + " he said ", count: 100))
  }

  @Test(arguments: [
    "", " ", "\n\n\n", ".", ":", ": :", "said", "he said:", "According to", "\"", "\"\"", "a: b",
    "THE MAYOR SAID THE BRIDGE WOULD CLOSE.", "SMITH: We go.\nJONES: We stay.\nSMITH: Why?",
    "Anna Berg\nCarl Dahl\nEva Falk\nGreta Holm", "1, 2, 3, 4, 5", "- - - said - -",
    "said said said said said said", "that that that that to to to", "😀 said 😀: “😀”",
  ])
  func oddTexts(_ text: String) throws {
    for item in try find(text) {
      #expect(!item.content.isEmpty)
      #expect(item.content.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count })
    }
  }

  @Test func transcriptsHaveSpeakers() throws {
    let found = try StatementReading.read("SMITH: We will go to the harbour.\nJONES: We stay here.")
    #expect(found.outer.contains { $0.speaker == "SMITH" })
  }

  @Test func timeIsLinear() throws {
    func cost(_ count: Int) throws -> Duration {
      let words = "the minister said that he hopes to see, he added, what she \"wants\" and "
      let text = String(repeating: words, count: count)
      let doc = Pipeline(model: try InstalledModel.load()).parse(text)
      let tree = SyntaxTree(doc)
      let actors = ActorFinder.find(tree, published: nil)
      return ContinuousClock().measure {
        _ = StatementFinder.standard.find(tree, actors: actors, times: [])
      }
    }
    _ = try cost(20)
    let small = try cost(100)
    #expect(try cost(800) < small * 30)
  }
}
