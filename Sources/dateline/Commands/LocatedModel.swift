import FoundationEssentials
import Language

extension PipelinePool {
  /// Pipelines of the model that `--model`, the environment or the usual places give.
  static func located(_ given: String?) throws(ModelError) -> PipelinePool {
    let path = try ModelLocation.find(
      given: given, environment: ProcessInfo.processInfo.environment,
      program: ModelLocation.runningProgram)
    return PipelinePool(model: try LanguageModel(path: path))
  }
}
