import Language

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Builds and checks the language model file: what `make model` runs.
@main
struct DatelineModel {
  static let usage = """
    usage: dateline-model compile FOLDER FILE   the published model's folder to one file
           dateline-model check FILE            whether a file is whole and of this version

    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(ModelError) {
      switch arguments.first {
      case "compile" where arguments.count == 3:
        try compile(folder: arguments[1], file: arguments[2])
      case "check" where arguments.count == 2:
        print("\(arguments[1]): \(try LanguageModel(path: arguments[1]).name), whole")
      default:
        complain(usage)
        exit(2)
      }
    } catch {
      complain("dateline-model: \(error)\n")
      exit(1)
    }
  }

  /// To standard error.
  private static func complain(_ words: String) {
    var words = words
    words.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  }

  /// Writes beside the file and renames, so that no reader ever sees half of it.
  static func compile(folder: String, file: String) throws(ModelError) {
    let bytes = try ModelCompiler.compile(folder: folder)
    let temporary = file + ".new"
    guard let stream = fopen(temporary, "w") else {
      throw ModelError(path: temporary, reason: .unreadable(String(cString: strerror(errno))))
    }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count, rename(temporary, file) == 0 else {
      throw ModelError(path: temporary, reason: .unreadable(String(cString: strerror(errno))))
    }
    print("\(file): \(try LanguageModel(path: file).name), \(bytes.count) bytes")
  }
}
