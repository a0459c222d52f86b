#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A page to be added: where its bytes are, and what was said of it.
package struct PageSource: Sendable, Hashable {
  /// What to call it in a message: as the user wrote it.
  package var name: String
  /// `nil` is standard input.
  package var path: String?
  /// The address the user gave.
  package var url: String?
  /// Why it cannot be had at all; found while looking for pages.
  package var problem: String?

  package init(name: String, path: String?, url: String? = nil, problem: String? = nil) {
    self.name = name
    self.path = path
    self.url = url
    self.problem = problem
  }

  /// The file's absolute path without links, so that a page is the same page however it is named.
  var absolutePath: String? {
    guard let path else { return nil }
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension PageSource {
  /// The pages a person names: files, folders with all below them, "-" for standard input.
  package static func named(_ operands: [String], url: String? = nil) -> [PageSource] {
    operands.flatMap { operand in
      if operand == "-" { return [PageSource(name: "standard input", path: nil, url: url)] }
      guard FolderWalk.isFolder(operand) else {
        return [PageSource(name: operand, path: operand, url: url)]
      }
      return FolderWalk.pages(in: operand)
    }
  }

  /// The pages of a manifest; a file's name counts from `folder`.
  package static func entries(_ entries: [ManifestEntry], folder: String) -> [PageSource] {
    entries.map { entry in
      guard let file = entry.file else {
        let problem = entry.problem ?? "the line names no file"
        return PageSource(name: entry.id, path: nil, problem: problem)
      }
      let path = file.hasPrefix("/") || folder.isEmpty ? file : folder + "/" + file
      return PageSource(name: path, path: path, url: entry.url, problem: entry.problem)
    }
  }
}
