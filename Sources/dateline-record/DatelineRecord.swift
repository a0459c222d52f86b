import Extraction
import Foundation
import Language
import Records

/// Records texts without the rest of the program: builds fast, for whoever works on the rules.
///
/// `dateline-record record --manifest FILE --format jsonl`: as `dateline record` does for lines of
/// `{"id", "text", "published"}`; pages are not read. The model is the one of DATELINE_MODEL, or
/// beside the program.
@main
struct DatelineRecord {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard let flag = arguments.firstIndex(of: "--manifest"), arguments.indices.contains(flag + 1)
    else { return print("usage: dateline-record record --manifest FILE --format jsonl") }
    let path = try ModelLocation.find(
      given: nil, environment: ProcessInfo.processInfo.environment,
      program: ModelLocation.runningProgram)
    let pipeline = Pipeline(model: try LanguageModel(path: path))
    let lines = try Data(contentsOf: URL(fileURLWithPath: arguments[flag + 1]))
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let row = try JSONReader.read(Array(line))
      guard let id = row["id"]?.string, let text = row["text"]?.string else { continue }
      let record = RecordExtractor.record(
        pipeline.parse(text), published: row["published"]?.string.flatMap(Timestamp.init(leading:)))
      var json = JSONWriter()
      json.beginObject()
      json.member("id", id)
      record.writeMembers(of: text, to: &json)
      json.endObject()
      FileHandle.standardOutput.write(Data(json.bytes + [UInt8(ascii: "\n")]))
    }
  }
}
