#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the model file is looked for.
package enum ModelLocation {
  /// The file's name at all default places.
  package static let fileName = "en_core_web_sm.dateline"

  /// The path that was asked for; else the environment's DATELINE_MODEL; else beside the program;
  /// else the XDG data folder's `dateline/`. Throws `missing` with the places looked at.
  package static func find(
    given: String?, environment: [String: String], program: String
  ) throws(ModelError) -> String {
    if let given { return given }
    if let path = environment["DATELINE_MODEL"], !path.isEmpty { return path }
    let places = places(environment: environment, program: program)
    guard let found = places.first(where: { access($0, R_OK) == 0 }) else {
      throw ModelError(path: places.first ?? fileName, reason: .missing(places: places))
    }
    return found
  }

  static func places(environment: [String: String], program: String) -> [String] {
    var folders: [String] = []
    if let slash = program.lastIndex(of: "/") { folders.append(String(program[..<slash])) }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.append(data + "/dateline")
    } else if let home = environment["HOME"], !home.isEmpty {
      folders.append(home + "/.local/share/dateline")
    }
    return folders.map { $0 + "/" + fileName }
  }

  /// The running program's own path, links followed; empty where the system does not tell.
  package static var runningProgram: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if os(Linux)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      guard count > 0 else { return "" }
    #else
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return "" }
    #endif
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
