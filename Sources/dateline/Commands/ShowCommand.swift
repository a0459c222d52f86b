import Archive
import Exports
import Records

/// `dateline show THING`: a report or an actor of the archive.
enum ShowCommand {
  private static let format = Flag.format(["markdown", "json", "jsonl", "text", "html", "versions"])

  static let verb = Verb(
    name: "show", summary: "show a report or an actor of the archive", operands: "THING...",
    details: """
      A THING is a report's number (12), one of its versions (12.2), its address, its file, or the
      beginning of one of these or of the page's SHA-256, if but one report begins so; else an actor:
      by number (actor:7), or by words of its name, if but one actor has them. Of an actor json and
      jsonl give the lists that all other formats give as a sheet.
      """,
    flags: [.archive, format],
    examples: [
      .init("dateline show 12", "the article, and where each field came from"),
      .init("dateline show -f versions harbour-post.example/2025/ferry", "when it was changed"),
      .init("dateline show -f json 12.1", "all that was found in the first version"),
      .init("dateline show 'ana lind'", "her offices, what she said, did and had done to her"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard !arguments.operands.isEmpty else { throw UsageError("no report is named") }
    let archive = try arguments.archive(.read)
    let form = arguments.format(format)
    var failed = 0
    for thing in arguments.operands {
      switch try archive.find(thing) {
      case .version(let report, let version):
        guard let version = try archive.version(id: version),
          let report = try archive.report(id: report)
        else { throw CommandError("\(thing): the archive has lost it; dateline verify tells more") }
        try console.write(write(version, of: report, form, console))
      case .ambiguous(let names):
        failed += 1
        console.warn("\(thing): several reports begin so: " + names.joined(separator: ", "))
      case .none:
        if try !showActor(thing, archive, form, console) { failed += 1 }
      }
    }
    return failed == 0 ? .done : .someFailed
  }

  /// Of each list of an actor.
  private static let mostOfActor = 25

  /// Shows the one actor of that number or name; says why where there is none, or are several.
  private static func showActor(
    _ thing: String, _ archive: Archive, _ form: String, _ console: Console
  ) throws -> Bool {
    let name = thing.hasPrefix("actor:") ? String(thing.dropFirst("actor:".count)) : thing
    var id = thing == name ? nil : Int(name)
    if id == nil {
      let found = try archive.actors(name: name, limit: 10)
      if found.total > 1 {
        let names = found.actors.map { "\($0.name) (actor:\($0.id))" }
        console.warn("\(thing): several actors have that name: " + names.joined(separator: ", "))
        return false
      }
      id = found.actors.first?.id
    }
    guard let id, let profile = try archive.profile(ofActor: id, limit: mostOfActor) else {
      console.warn("\(thing): there is no such report or actor in the archive")
      return false
    }
    switch form {
    case "json", "jsonl": try console.write(ActorSheet.json(profile, pretty: form == "json"))
    default: try console.write(ActorSheet.write(profile, styled: console.isStyled))
    }
    return true
  }

  private static func write(
    _ version: Version, of report: Report, _ form: String, _ console: Console
  ) -> [UInt8] {
    switch form {
    case "json": return VersionJSON.pretty(version)
    case "jsonl": return VersionJSON.line(version)
    case "text": return Array(ArticlePlainText.write(version.article).utf8)
    case "html": return Array(ArticleHTML.write(version.article).utf8)
    case "versions": return Array(VisibleText.clean(versions(report)).utf8)
    default:
      let article = ArticleMarkdown.write(version.article, styled: console.isStyled)
      return Array((article + "\n" + VisibleText.clean(origin(version, of: report))).utf8)
    }
  }

  /// Where the report and each of its fields came from.
  private static func origin(_ version: Version, of report: Report) -> String {
    let info = version.info
    var lines = [
      "Report \(info.report), version \(info.number) of \(report.versions.count)",
      "Address: " + (version.address ?? "none") + " (\(info.identified.sentence))",
      "Fetched: \(info.fetched) from \(info.source)",
      "SHA-256: \(info.sha256), \(info.size) bytes"
        + (info.encoding.map { ", " + $0 } ?? "") + ", read by \(info.reader)",
    ]
    let provenance = version.article.provenance.sorted { $0.key < $1.key }
    if !provenance.isEmpty {
      lines.append(
        "Found in: " + provenance.map { "\($0.key): \($0.value)" }.joined(separator: "; "))
    }
    return "---\n\n" + lines.map { "- " + $0 }.joined(separator: "\n") + "\n"
  }

  /// A line a version.
  private static func versions(_ report: Report) -> String {
    report.versions.map { info in
      [
        info.name, info.fetched.iso8601, String(info.sha256.hex.prefix(12)),
        "\(info.size) bytes", info.title ?? "(no headline)",
      ].joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Identification {
  fileprivate var sentence: String {
    switch self {
    case .given: "given when it was added"
    case .canonical: "given by the page"
    case .name: "known by its file"
    }
  }
}
