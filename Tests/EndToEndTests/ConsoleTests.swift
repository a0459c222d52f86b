import Exports
import Testing

@testable import dateline

@Suite struct ConsoleTests {
  @Test func controlsNeverReachATerminal() {
    #expect(
      VisibleText.clean("a\u{1B}[31mb\u{9B}c\u{202E}d\ne\tf")
        == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\ne\tf")
  }

  @Test func progressTellsRateAndTimeLeft() {
    var progress = Progress(console: Console(verb: "read", quiet: true), noun: "pages", total: 200)
    progress.advance(by: 50)
    #expect(progress.line(elapsed: 10) == "50 of 200 pages, 5 a second, 30 s left")
  }
}
