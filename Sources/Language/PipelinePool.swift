import Synchronization

/// Pipelines of one model, lent out one at a time, so that tasks that run one after the other
/// share what a pipeline remembers of token forms.
package final class PipelinePool: Sendable {
  package let model: LanguageModel
  private let idle = Mutex<[Idle]>([])

  /// Sendable because a pipeline in here is nobody's: it was handed back by the last task.
  private struct Idle: @unchecked Sendable {
    let pipeline: Pipeline
  }

  package init(model: LanguageModel) { self.model = model }

  /// Runs `body` with a pipeline that nobody else uses meanwhile.
  package func withPipeline<Result, Failure: Error>(
    _ body: (Pipeline) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Idle(pipeline: Pipeline(model: model))
    defer { idle.withLock { $0.append(lent) } }
    return try body(lent.pipeline)
  }
}
