import Actors
import Foundation
import Language
import Records
import Syntax
import Testing

@testable import Statements

/// When something was said is a point or a period of the calendar.
@Suite struct StatementTimeTests {
  private func time(_ text: String, _ words: String, _ kind: TimeExpression.Kind, _ value: String?)
    throws -> Int?
  {
    let tree = SyntaxTree(Pipeline(model: try InstalledModel.load()).parse(text))
    let range = try #require(text.range(of: words))
    let first = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let time = TimeExpression(
      range: first..<first + words.utf8.count, kind: kind, value: value, rule: "test")
    let found = StatementFinder.standard.find(
      tree, actors: ActorFinder.find(tree, published: nil), times: [time])
    return try #require(found.first).time
  }

  @Test func daysAndHoursCount() throws {
    let text = "The mayor said on Monday that the bridge would close."
    #expect(try time(text, "Monday", .date, "2025-01-13") == 0)
    #expect(try time(text, "Monday", .time, "2025-01-13TNI") == 0)
  }

  @Test func lengthsAndVagueTimesDoNot() throws {
    let text = "The mayor said for years that the bridge would close."
    #expect(try time(text, "years", .duration, "PXY") == nil)
    let vague = "The mayor said recently that the bridge would close."
    #expect(try time(vague, "recently", .date, "PAST_REF") == nil)
    #expect(try time(vague, "recently", .date, nil) == nil)
  }
}
