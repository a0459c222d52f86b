import Archive
import Exports
import Records

/// `dateline timeline`: what happened, as the reports of the archive tell it.
enum TimelineCommand {
  private static let format = Flag.format(["text", "json", "csv"])
  static let from = Flag(long: "from", value: "DAY", help: "only what reaches this day or later")
  static let to = Flag(long: "to", value: "DAY", help: "only what reaches this day or earlier")
  private static let type = Flag(
    long: "type", value: "TYPE", help: "only events of this PLOVER type (CONSULT, ...)",
    repeats: true)
  private static let status = Flag(
    long: "status", value: "STATUS", choices: ["fact"] + Event.Status.allCases.map(\.rawValue),
    help: "only what is told as a fact, or with this status")

  static let verb = Verb(
    name: "timeline", summary: "list happenings by day, with who tells them",
    operands: "[ACTOR|COUNTRY]...",
    details: """
      A happening is one event in the world with its mentions in all reports, which are counted
      apart, as are the outlets that do not copy from one another. With an ACTOR (a name, or its
      number) or a COUNTRY (three capital letters, or its name) those in which it takes part; with
      several those in which all do. json writes one happening a line, csv one a row.
      """,
    flags: [.archive, format, from, to, type, status],
    examples: [
      .init("dateline timeline KOR --from 2025-01-01 --to 2025-01-31", "a country in a month"),
      .init("dateline timeline \"Ana Lind\" --type CONSULT", "whom somebody met"),
      .init("dateline timeline -f csv > happenings.csv", "all of it, for a table"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    var query = HappeningQuery()
    query.from = try arguments.day(from)
    query.to = try arguments.day(to)
    for name in arguments.values(type) {
      guard let type = EventType(rawValue: name.uppercased()) else {
        throw UsageError(
          "--type takes one of \(EventType.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      query.types.append(type)
    }
    if let value = arguments.value(status) { query.status = .some(Event.Status(rawValue: value)) }
    let archive = try arguments.archiveWithHappenings(console)
    for name in arguments.operands {
      guard let party = try archive.party(named: name) else {
        console.warn("\(name): the archive names no such actor or country")
        return .someFailed
      }
      query.parties.append(party)
    }
    let lines = try archive.happenings(query)
    switch arguments.format(format) {
    case "json": for line in lines { try console.write(TimelineText.json(line)) }
    case "csv":
      try console.write(TimelineText.csvHead)
      for line in lines { try console.write(TimelineText.csv(line)) }
    default:
      if lines.isEmpty { console.report("no happening; `dateline record --again` makes records") }
      try console.write(TimelineText.sheet(lines, styled: console.isStyled))
    }
    return .done
  }
}

extension Arguments {
  /// A day as YYYY-MM-DD, in days since 1970-01-01.
  func day(_ flag: Flag) throws(UsageError) -> Int? {
    guard let text = value(flag) else { return nil }
    guard text.utf8.count == 10, let day = Timestamp(iso8601: text) else {
      throw UsageError("--\(flag.long) takes a day as YYYY-MM-DD, not \"\(text)\"")
    }
    return day.dayNumber
  }

  /// The archive with its happenings made anew where the record has changed. Of one that cannot be
  /// written they are shown as they are, and said to be old.
  func archiveWithHappenings(_ console: Console) throws -> Archive {
    let archive = try archive(.read)
    guard try archive.areHappeningsStale() else { return archive }
    do {
      let writable = try self.archive(.update)
      try writable.refreshHappenings()
      return writable
    } catch ArchiveError.readOnly {
      console.warn("the archive cannot be written: happenings are those of an earlier record")
      return archive
    }
  }
}
