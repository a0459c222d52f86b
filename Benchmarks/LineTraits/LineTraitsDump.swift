#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Pages

/// Prints what the reader of text scrapes sees in each line of the files named, for training its
/// weights (`Scripts/train-line-weights`): a JSON object a file.
@main
struct LineTraitsDump {
  static func main() {
    for path in CommandLine.arguments.dropFirst() {
      guard let file = fopen(path, "rb") else { continue }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      }
      let line = TextScrapeReader.traitsJSON(of: String(decoding: bytes, as: UTF8.self), name: path)
      var left = line[...]
      while !left.isEmpty {
        let count = left.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        left = left.dropFirst(count)
      }
    }
  }
}
