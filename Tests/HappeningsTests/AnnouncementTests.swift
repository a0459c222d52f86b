import Records
import Testing

@testable import Happenings

@Suite("Announcements")
struct AnnouncementTests {
  private func told(_ mention: EventMention, on day: String) -> EventMention {
    var mention = mention
    mention.reported = Made.day(day)
    return mention
  }

  private var announced: EventMention {
    told(
      Made.mention(1, .consult, ["KOR", "JPN"], at: "2025-03-10", status: .future),
      on: "2025-03-01")
  }

  private func outcome(_ others: EventMention...) -> Outcome? {
    HappeningMerger().merge([announced] + others).first { $0.status == .future }?.outcome
  }

  @Test func heldWhereALaterReportTellsItForTheDay() {
    let held = told(Made.mention(2, .consult, ["JPN"], ["KOR"], at: "2025-03-10"), on: "2025-03-11")
    #expect(outcome(held)?.kind == .held)
    let elsewhen = told(
      Made.mention(2, .consult, ["JPN"], ["KOR"], at: "2025-03-12"), on: "2025-03-12")
    #expect(outcome(elsewhen) == nil)
    let others = told(
      Made.mention(2, .consult, ["CHN"], ["KOR"], at: "2025-03-10"), on: "2025-03-11")
    #expect(outcome(others) == nil)
  }

  @Test func promiseComesTrueUnderAnotherType() {
    let promised = told(
      Made.mention(1, .agree, ["KOR"], ["JPN"], at: "2025-03-10", status: .future),
      on: "2025-03-01")
    let visit = told(
      Made.mention(2, .consult, ["KOR"], ["JPN"], mode: "visit"), on: "2025-03-10")
    var onDay = visit
    onDay.time = Made.time("2025-03-10")
    #expect(
      HappeningMerger().merge([promised, onDay]).first { $0.outcome != nil }?.outcome?.kind == .held
    )
  }

  @Test func calledOffAndPutOff() {
    let refused = told(
      Made.mention(
        2, .reject, ["JPN"], ["KOR"], at: "2025-03-05", mode: "meet",
        sentence: "Japan cancelled the talks with South Korea."), on: "2025-03-05")
    #expect(outcome(refused)?.kind == .cancelled)
    var later = told(
      Made.mention(
        2, .consult, ["KOR", "JPN"], at: "2025-04-02", status: .future,
        sentence: "The talks of 10 March were postponed to 2 April."), on: "2025-03-05")
    #expect(outcome(later)?.kind == .postponed)
    later.sentence = "They will meet again on 2 April."
    #expect(outcome(later) == nil)
  }

  @Test func holdingIsTheLastWord() {
    let refused = told(
      Made.mention(2, .reject, ["JPN"], ["KOR"], at: "2025-03-05", mode: "meet"), on: "2025-03-05")
    let held = told(Made.mention(3, .consult, ["JPN", "KOR"], at: "2025-03-10"), on: "2025-03-10")
    #expect(outcome(refused, held)?.kind == .held)
  }
}
