import Foundation
import Kernels
import Language

/// The model that `make model` installs; a test that needs it fails, with the words of the error,
/// where it is missing.
enum InstalledModel {
  static func load(_ kernels: Kernels = .best) throws -> LanguageModel {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["DATELINE_MODEL"] {
      return try LanguageModel(path: path, kernels: kernels)
    }
    return try LanguageModel(path: built, kernels: kernels)
  }

  /// Where the project's own build puts it.
  static var built: String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/release/" + ModelLocation.fileName).path
  }
}
