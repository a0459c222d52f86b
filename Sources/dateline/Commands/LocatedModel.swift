import FoundationEssentials
import Gazetteer
import Ingest
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

extension Gazetteer {
  /// The gazetteer that `--gazetteer`, the environment or the usual places give.
  static func located(_ given: String?) throws(GazetteerError) -> Gazetteer {
    try Gazetteer(
      path: GazetteerLocation.find(
        given: given, environment: ProcessInfo.processInfo.environment,
        program: ModelLocation.runningProgram))
  }
}

extension Recorder {
  /// A recorder with the gazetteer that `--gazetteer`, the environment or the usual places give. One
  /// that is nowhere is no error: the record has no places then, and a note says so.
  static func located(
    _ pipelines: PipelinePool, _ arguments: Arguments, _ console: Console
  ) throws(GazetteerError) -> Recorder {
    do throws(GazetteerError) {
      return Recorder(pipelines, gazetteer: try Gazetteer.located(arguments.value(.gazetteer)))
    } catch {
      guard case .missing = error.reason else { throw error }
      console.warn("places are left out: \(error)")
      return Recorder(pipelines, gazetteer: nil)
    }
  }
}
