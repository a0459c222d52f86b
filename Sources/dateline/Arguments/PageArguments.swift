import Ingest
import Pages

/// What the verbs that read pages ask the command line alike.
extension Arguments {
  /// How pages are read: `--charset`, `--url`, `--max-bytes`.
  func readingOptions() throws(UsageError) -> ArticleReader.Options {
    var options = ArticleReader.Options()
    options.charset = value(.charset)
    options.url = value(.url)
    if let limit = try number(.maxBytes) { options.maximumBytes = limit }
    return options
  }

  /// The entries of a manifest's file, or of standard input for "-".
  static func entries(ofManifest path: String) throws(CommandError) -> [ManifestEntry] {
    do throws(FileError) {
      return Manifest.entries(try bytes(of: path, limit: Manifest.maximumBytes))
    } catch {
      throw CommandError("\(path): \(error)")
    }
  }

  /// The bytes of a page's file, also of one packed as gzip, or of standard input for "-".
  static func pageBytes(of path: String, limit: Int) throws -> [UInt8] {
    path == "-"
      ? try FileBytes.readStandardInput(limit: limit)
      : try FileBytes.readPage(path, limit: limit)
  }

  /// The bytes of a file, or of standard input for "-".
  static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    path == "-"
      ? try FileBytes.readStandardInput(limit: limit) : try FileBytes.read(path, limit: limit)
  }
}
