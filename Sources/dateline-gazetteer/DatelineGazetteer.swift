import Foundation
import Gazetteer

/// Builds and checks the gazetteer file: what `make gazetteer` runs.
@main
struct DatelineGazetteer {
  static let usage = """
    usage: dateline-gazetteer compile ROWS FILE   rows and the house's tables to one file
           dateline-gazetteer check FILE          whether a file is whole and of this version
           dateline-gazetteer look FILE NAME...   the places of a name

    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(GazetteerError) {
      switch arguments.first {
      case "compile" where arguments.count == 3:
        try compile(rows: arguments[1], file: arguments[2])
      case "check" where arguments.count == 2:
        print("\(arguments[1]): \(try Gazetteer(path: arguments[1]).count) places, whole")
      case "look" where arguments.count > 2:
        try look(in: Gazetteer(path: arguments[1]), arguments.dropFirst(2))
      default:
        complain(usage)
        exit(2)
      }
    } catch {
      complain("dateline-gazetteer: \(error)\n")
      exit(1)
    }
  }

  private static func complain(_ words: String) {
    FileHandle.standardError.write(Data(words.utf8))
  }

  static func compile(rows: String, file: String) throws(GazetteerError) {
    guard let data = FileManager.default.contents(atPath: rows) else {
      throw GazetteerError(path: rows, words: "no such file")
    }
    let bytes = try GazetteerCompiler.compile(
      rows: String(decoding: data, as: UTF8.self), path: rows)
    try GazetteerCompiler.write(bytes, to: file)
    print("\(file): \(try Gazetteer(path: file).count) places, \(bytes.count) bytes")
  }

  static func look(in gazetteer: Gazetteer, _ names: ArraySlice<String>) {
    var key = NameKey()
    for name in names {
      for match in gazetteer.matches(key.hash(name)) {
        guard let place = gazetteer.place(match.place) else { continue }
        let within = [place.county, place.region].compactMap { $0.flatMap(gazetteer.place) }
        print(
          name, match.isAlternate ? "=" : "", gazetteer.name(place), place.kind.name,
          within.map(gazetteer.name).joined(separator: ", "), place.country.text ?? "",
          place.latitude, place.longitude, place.population, place.geonameID, separator: "\t")
      }
    }
  }
}
