import Archive
import Exports
import Records

/// `dateline relations`: what happened between two, by month or week.
enum RelationsCommand {
  private static let format = Flag.format(["text", "csv", "json", "svg"])
  private static let by = Flag(
    long: "by", value: "STEP", choices: Relations.Step.allCases.map(\.rawValue),
    help: "month or week; the first is the default")

  static let verb = Verb(
    name: "relations", summary: "count what happened between two actors or countries",
    operands: "A B",
    details: """
      For each month or week the happenings, their mentions, the independent outlets that tell them
      (wire copies as one) and the mean PLOVER score (-10 conflict, 10 cooperation); of how many
      happenings of the archive. Of a deed one of the two is on each side; in a meeting or an
      agreement both take part. Only what is told as a fact counts. text draws a chart.
      """,
    flags: [.archive, format, by],
    examples: [
      .init("dateline relations KOR JPN", "two countries, by month"),
      .init("dateline relations \"Ana Lind\" EST --by week -f csv", "for a table"),
      .init("dateline relations KOR JPN -f svg > chart.svg", "a drawing"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.count == 2 else {
      throw UsageError("relations takes two actors or countries")
    }
    let archive = try arguments.archiveWithHappenings(console)
    var parties: [PartyFilter] = []
    for name in arguments.operands {
      guard let party = try archive.party(named: name) else {
        console.warn("\(name): the archive names no such actor or country")
        return .someFailed
      }
      parties.append(party)
    }
    let step = Relations.Step(rawValue: arguments.format(by)) ?? .month
    let relations = try archive.relations(parties[0], parties[1], by: step)
    switch arguments.format(format) {
    case "csv": try console.write(RelationsText.csv(relations))
    case "json": try console.write(RelationsText.json(relations))
    case "svg": try console.write(RelationsSVG.write(relations))
    default: try console.write(RelationsText.chart(relations))
    }
    return .done
  }
}
