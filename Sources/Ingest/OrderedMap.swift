/// Runs a function of values over many inputs on several cores: a bounded window, results in the
/// order of the inputs, the same output at any width.
///
/// - jobs: how many run at a time; 1 runs all in the caller's task.
/// - isCancelled: asked before each input; once true, no further input is begun, and what was
///   begun is still handed to `sink`.
package func orderedMap<Input: Sendable, Output: Sendable>(
  _ inputs: some Sequence<Input>, jobs: Int,
  isCancelled: () -> Bool = { false },
  transform: @escaping @Sendable (Input) -> Output,
  sink: (Output) throws -> Void
) async throws {
  guard jobs > 1 else {
    for input in inputs where !isCancelled() { try sink(transform(input)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var rest = inputs.makeIterator()
    var begun = 0
    var running = 0
    var handedOn = 0
    var waiting: [Int: Output] = [:]
    // Results wait for a slow input before them in a window of four a job, so memory stays bounded.
    func beginMore() {
      while running < jobs, begun - handedOn < jobs * 4, !isCancelled(), let input = rest.next() {
        let index = begun
        begun += 1
        running += 1
        group.addTask { (index, transform(input)) }
      }
    }
    beginMore()
    while let (index, output) = try await group.next() {
      running -= 1
      waiting[index] = output
      while let next = waiting.removeValue(forKey: handedOn) {
        try sink(next)
        handedOn += 1
      }
      beginMore()
    }
  }
}
