internal import Containers

/// Where the model file is looked for.
package enum ModelLocation {
  private static let location = DataFileLocation(fileName: fileName, variable: "DATELINE_MODEL")

  /// The file's name at all default places.
  package static let fileName = "en_core_web_sm.dateline"

  /// The path that was asked for; else the environment's DATELINE_MODEL; else beside the program;
  /// else the XDG data folder's `dateline/`. Throws `missing` with the places looked at.
  package static func find(
    given: String?, environment: [String: String], program: String
  ) throws(ModelError) -> String {
    do throws(DataFileLocation.Missing) {
      return try location.find(given: given, environment: environment, program: program)
    } catch {
      throw ModelError(
        path: error.places.first ?? fileName, reason: .missing(places: error.places))
    }
  }

  static func places(environment: [String: String], program: String) -> [String] {
    location.places(environment: environment, program: program)
  }

  /// The running program's own path, links followed; empty where the system does not tell.
  package static var runningProgram: String { DataFileLocation.runningProgram }
}
