/// Where the archive is: what the user names, else `DATELINE_ARCHIVE`, else the XDG data folder
/// (XDG Base Directory Specification).
package enum ArchiveLocation {
  /// `nil` where nothing is named and the environment knows no home.
  package static func path(named: String?, environment: [String: String]) -> String? {
    if let named { return named }
    if let path = environment["DATELINE_ARCHIVE"], !path.isEmpty { return path }
    // The specification has relative paths ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/dateline/archive.sqlite"
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/share/dateline/archive.sqlite"
  }
}
