/// Progress of a run over many inputs: how many are done, how fast, how long it will still take.
///
/// Shown on a terminal only, at most ten times a second.
struct Progress {
  private let console: Console
  private let noun: String
  private let total: Int?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant
  private(set) var done = 0

  init(console: Console, noun: String, total: Int?) {
    self.console = console
    self.noun = noun
    self.total = total
    start = clock.now
    lastShown = start
  }

  mutating func advance(by count: Int = 1) {
    done += count
    let now = clock.now
    guard now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    console.progress(line(elapsed: seconds(now - start)))
  }

  func finish() { console.endProgress() }

  func line(elapsed: Double) -> String {
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    var out = "\(done)" + (total.map { " of \($0)" } ?? "") + " \(noun), \(Int(rate)) a second"
    if let total, rate > 0, total > done {
      out += ", \(duration(Double(total - done) / rate)) left"
    }
    return out
  }

  private func seconds(_ span: Duration) -> Double {
    Double(span.components.seconds) + Double(span.components.attoseconds) / 1e18
  }

  private func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
