import Records
import Testing

@testable import Happenings

@Suite("The user's word on happenings")
struct DecisionTests {
  private let one = Made.mention(1, .accuse, ["USA"], ["RUS"])
  private let two = Made.mention(2, .accuse, ["USA"], ["RUS"])
  private let other = Made.mention(3, .accuse, ["USA"], ["CHN"])

  private func merged(_ decisions: MentionDecision...) -> [[Int]] {
    Made.reports(HappeningMerger(decisions: decisions).merge([one, two, other]))
  }

  @Test func splitsJoinsAndTakesTheLaterWord() {
    #expect(merged() == [[1, 2], [3]])
    #expect(merged(.apart(one.id, two.id)) == [[1], [2], [3]])
    #expect(merged(.joined(two.id, other.id)) == [[1, 2, 3]])
    #expect(merged(.apart(one.id, two.id), .joined(two.id, one.id)) == [[1, 2], [3]])
    #expect(
      merged(.joined(two.id, other.id), .apart(other.id, two.id)) == [[1, 2], [3]])
  }

  @Test func joinedMentionsSaySo() {
    let happenings = HappeningMerger(decisions: [.joined(one.id, other.id)])
      .merge([one, two, other])
    #expect(happenings[0].members.last?.reason?.ground == .joined)
  }
}
