import Extraction
import Foundation
import Gazetteer
import Language
import Lexicons
import Records
import Statements
import Syntax

/// Records texts without the rest of the program: builds fast, for whoever works on the rules.
///
/// `dateline-record record --manifest FILE --format jsonl`: as `dateline record` does for lines of
/// `{"id", "text", "published"}`; pages are not read. Model and gazetteer are those of
/// DATELINE_MODEL and DATELINE_GAZETTEER, or beside the program. `--statement-weights FILE` takes
/// other weights than the program's (an empty file: rules alone); `dateline-record proposals` prints
/// what training those weights needs.
@main
struct DatelineRecord {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard let flag = arguments.firstIndex(of: "--manifest"), arguments.indices.contains(flag + 1)
    else { return print("usage: dateline-record record --manifest FILE --format jsonl") }
    let path = try ModelLocation.find(
      given: nil, environment: ProcessInfo.processInfo.environment,
      program: ModelLocation.runningProgram)
    var rows: [[String]]?
    if let flag = arguments.firstIndex(of: "--statement-weights"),
      arguments.indices.contains(flag + 1)
    {
      rows = DataTable.rows(
        of: try String(contentsOfFile: arguments[flag + 1], encoding: .utf8))
    }
    let statements = rows.map(StatementFinder.init(rows:)) ?? .standard
    let pipeline = Pipeline(model: try LanguageModel(path: path))
    var gazetteer: Gazetteer?
    do throws(GazetteerError) {
      gazetteer = try Gazetteer(
        path: GazetteerLocation.find(
          given: nil, environment: ProcessInfo.processInfo.environment,
          program: ModelLocation.runningProgram))
    } catch {
      FileHandle.standardError.write(
        Data("dateline-record: places are left out: \(error)\n".utf8))
    }
    let lines = try Data(contentsOf: URL(fileURLWithPath: arguments[flag + 1]))
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let row = try JSONReader.read(Array(line))
      guard let id = row["id"]?.string, let text = row["text"]?.string else { continue }
      let doc = pipeline.parse(paragraphsOf: text)
      var json = JSONWriter()
      json.beginObject()
      json.member("id", id)
      if arguments[1] == "proposals" {
        StatementProposals(SyntaxTree(doc), rows: rows ?? []).writeMembers(
          ScalarOffsets(text), to: &json)
      } else {
        let record = RecordExtractor.record(
          doc, published: row["published"]?.string.flatMap(Timestamp.init(leading:)),
          gazetteer: gazetteer,
          context: RecordContext().outlet(of: nil, address: row["url"]?.string),
          statements: statements)
        record.writeMembers(of: text, to: &json)
      }
      json.endObject()
      FileHandle.standardOutput.write(Data(json.bytes + [UInt8(ascii: "\n")]))
    }
  }
}
