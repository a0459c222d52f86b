import Archive
import FoundationEssentials

extension Arguments {
  /// Opens the archive that `--archive` or the environment names.
  func archive(_ mode: Archive.Mode) throws -> Archive {
    let environment = ProcessInfo.processInfo.environment
    guard
      let path = ArchiveLocation.path(named: value(.archive), environment: environment)
    else {
      throw UsageError("no archive is named and there is no home folder; give --archive PATH")
    }
    return try Archive.open(path: path, mode: mode)
  }
}
