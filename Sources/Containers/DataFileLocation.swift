#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a data file that is installed beside the program is looked for.
package struct DataFileLocation: Sendable {
  /// At all default places.
  package var fileName: String
  /// The environment's variable that may name another path.
  package var variable: String

  package init(fileName: String, variable: String) {
    self.fileName = fileName
    self.variable = variable
  }

  /// None of the default places has the file.
  package struct Missing: Error {
    package var places: [String]
  }

  /// The path that was asked for; else the environment's; else beside the program; else the XDG
  /// data folder's `dateline/`.
  package func find(
    given: String?, environment: [String: String], program: String
  ) throws(Missing) -> String {
    if let given { return given }
    if let path = environment[variable], !path.isEmpty { return path }
    let places = places(environment: environment, program: program)
    guard let found = places.first(where: { access($0, R_OK) == 0 }) else {
      throw Missing(places: places)
    }
    return found
  }

  package func places(environment: [String: String], program: String) -> [String] {
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
