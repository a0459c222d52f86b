import Foundation
import Language

/// The model that `make model` installs; a test that needs it fails, with the words of the error,
/// where it is missing.
enum InstalledModel {
  static func load() throws -> LanguageModel {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["DATELINE_MODEL"] {
      return try LanguageModel(path: path)
    }
    return try LanguageModel(path: built)
  }

  /// Where the project's own build puts it.
  static var built: String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/release/" + ModelLocation.fileName).path
  }
}
