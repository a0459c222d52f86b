import Foundation
import Gazetteer
import Language

/// The model and the gazetteer that `make test` installs; a test that needs them fails, with the words of
/// the error, where they are missing.
enum InstalledData {
  static let model = Result {
    try LanguageModel(
      path: ProcessInfo.processInfo.environment["DATELINE_MODEL"] ?? built(ModelLocation.fileName))
  }
  static let gazetteer = Result {
    try Gazetteer(
      path: ProcessInfo.processInfo.environment["DATELINE_GAZETTEER"]
        ?? built(GazetteerLocation.fileName))
  }

  /// Where the project's own build puts a file.
  private static func built(_ name: String) -> String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/release/" + name).path
  }
}
