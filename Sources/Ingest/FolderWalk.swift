#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The pages in a folder and all folders below it, in the order of their names.
///
/// Links are followed; a folder that has been seen is not entered again, so circles end.
enum FolderWalk {
  /// Files that are taken for pages, also with ".gz" behind.
  static let endings = [".html", ".htm", ".xhtml", ".txt"]

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A folder that cannot be read, or that has no page, becomes a source with its problem.
  static func pages(in folder: String) -> [PageSource] {
    var walk = Walk()
    walk.enter(folder)
    if walk.found.isEmpty {
      let endings = endings.joined(separator: ", ")
      walk.found.append(
        PageSource(
          name: folder, path: folder,
          problem: "no page is in this folder (\(endings), or .gz of these)"
        ))
    }
    return walk.found
  }

  /// What identifies a folder whatever way leads to it.
  private struct Identity: Hashable {
    var device: UInt64
    var file: UInt64
  }

  private struct Walk {
    var found: [PageSource] = []
    private var seen: Set<Identity> = []

    /// Depth first, by a stack of our own: folders may be nested as deeply as paths allow.
    mutating func enter(_ folder: String) {
      var waiting = [folder]
      while let path = waiting.popLast() {
        var status = stat()
        guard stat(path, &status) == 0 else {
          // A link to nowhere is no page; a named page that is missing is.
          if FolderWalk.isPageName(path) { note(path, errno) }
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          let identity = Identity(device: UInt64(status.st_dev), file: UInt64(status.st_ino))
          guard seen.insert(identity).inserted else { continue }
          waiting.append(contentsOf: entries(of: path).reversed())
        case S_IFREG where FolderWalk.isPageName(path):
          found.append(PageSource(name: path, path: path))
        default: break
        }
      }
    }

    /// Full paths, sorted by bytes; hidden ones are left out.
    private mutating func entries(of folder: String) -> [String] {
      guard let stream = opendir(folder) else {
        note(folder, errno)
        return []
      }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { base + $0 }
    }

    private mutating func note(_ path: String, _ code: Int32) {
      found.append(PageSource(name: path, path: path, problem: String(cString: strerror(code))))
    }
  }

  private static func isPageName(_ path: String) -> Bool {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    return endings.contains { name.hasSuffix($0) }
  }
}
