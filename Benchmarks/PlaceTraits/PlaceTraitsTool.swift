import Actors
import Foundation
import Gazetteer
import Language
import Places
import Records
import Syntax

/// The traits of places' names in texts, for Scripts/train-place-weights.
///
/// `place-traits FILE` reads lines of `{"id", "text"}` and writes lines of `{"id", "mentions",
/// "toponyms"}`. Model and gazetteer are those of DATELINE_MODEL and DATELINE_GAZETTEER, or beside
/// the program.
@main
struct PlaceTraitsTool {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { return print("usage: place-traits FILE") }
    let environment = ProcessInfo.processInfo.environment
    let program = ModelLocation.runningProgram
    let pipeline = Pipeline(
      model: try LanguageModel(
        path: ModelLocation.find(given: nil, environment: environment, program: program)))
    let gazetteer = try Gazetteer(
      path: GazetteerLocation.find(given: nil, environment: environment, program: program))
    let lines = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let row = try JSONReader.read(Array(line))
      guard let id = row["id"]?.string, let text = row["text"]?.string else { continue }
      var json = JSONWriter()
      json.beginObject()
      json.member("id", id)
      let tree = SyntaxTree(pipeline.parse(text))
      let actors = ActorFinder.find(tree, published: nil)
      PlaceTraits.writeMembers(of: tree, actors, gazetteer, to: &json)
      json.endObject()
      FileHandle.standardOutput.write(Data(json.bytes + [UInt8(ascii: "\n")]))
    }
  }
}
