import Actors
import Foundation
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

  @Test func turnsOfTranscriptsStayApart() throws {
    let turn =
      "BERG: We will go to the harbour. The boats are ready.\nDAHL: The storm comes first.\n"
    let found = try StatementReading.read(String(repeating: turn, count: 20)).outer
    #expect(found.allSatisfy { !$0.content.contains(":") }, "\(found)")
    #expect(found.count { $0.speaker == "BERG" } > 10)
  }

  @Test func allCapitals() throws {
    let line = "THE MAYOR SAID THE BRIDGE WOULD CLOSE ON MONDAY. SHIPS MUST WAIT UNTIL MAY. "
    let found = try find(String(repeating: line, count: 40))
    #expect(longest(found) < 200)
  }

  @Test func listsOfNames() throws {
    let names = (1...400).map { "Anna Berg \($0)" }
    #expect(longest(try find(names.joined(separator: ", "))) < 2000)
    #expect(try find(names.joined(separator: "\n")).allSatisfy { $0.content.count < 3 })
    _ = try find(names.map { "\($0):" }.joined(separator: "\n"))
    _ = try find(names.map { "“\($0)” — \($0)" }.joined(separator: "\n"))
  }

  /// No mark ends a sentence: contents reach no further than `reach` tokens from their cue.
  @Test(arguments: [
    "the boats wait and the harbour said that prices ", "word ", "said that ", "and she \"hopes ",
    "—", ": a ", "[x] ", "1,000 ",
  ]) func longSentences(_ words: String) throws {
    let found = try find(String(repeating: words, count: 5000 / words.split(separator: " ").count))
    #expect(longest(found) < 4000)
  }

  /// Marks alone, far more than any text has.
  @Test(arguments: ["\"", "“", "”", "' ", "\" ", "“a” ", "\"a\" said "])
  func nothingButMarks(_ mark: String) throws {
    let text = String(repeating: mark, count: 40_000 / mark.utf8.count)
    let start = ContinuousClock.now
    let found = try find(text)
    #expect(longest(found) < 10_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  /// Marks and words that hang on one word without end; some took the square of their number.
  @Test(arguments: [
    "the minister said that he hopes to see, he added, what she \"wants\" and ", "\" : ", "said] ",
    "]\"We go,\"", "BERG : ", "not Monday he \" ", "\"", "she said \"we go,\" that ",
    "two the : May ", "] said of the ", "Mr.",
  ]) func timeIsLinear(_ words: String) throws {
    let small = try (0..<3).map { _ in try cost(words, bytes: 1_500) }.min() ?? 0
    #expect(try cost(words, bytes: 12_000) < small * 30)
  }

  /// Seconds that this thread works, so that what runs beside it does not count.
  private func cost(_ words: String, bytes: Int) throws -> Double {
    let text = String(repeating: words, count: bytes / words.utf8.count)
    let tree = SyntaxTree(Pipeline(model: try InstalledModel.load()).parse(text))
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let actors = ActorFinder.find(tree, published: nil)
    _ = StatementFinder.standard.find(tree, actors: actors, times: [])
    return now() - start
  }

  /// What a rule may go through at a token is bounded, however much hangs on it.
  @Test(arguments: ["said] ", "]\"We go,\"", "two the : May ", "\" : "])
  func whatHangsOnAWordIsBounded(_ words: String) throws {
    let text = String(repeating: words, count: 12_000 / words.utf8.count)
    let tree = SyntaxTree(Pipeline(model: try InstalledModel.load()).parse(text))
    let marked = MarkedText(tree, lexicon: .table)
    #expect((0..<tree.count).allSatisfy { tree.children($0).count <= SyntaxTree.widest })
    var finder = CandidateFinder(marked, edges: EdgeScorer(weights: .table), traces: false)
    finder.find()
    let said = finder.found.reduce(0) { $0 + $1.content.reduce(0) { $0 + $1.count } }
    #expect(finder.found.count <= 12 * tree.count, "\(finder.found.count)")
    #expect(said <= 12 * CandidateFinder.reach * tree.count)
  }
}
