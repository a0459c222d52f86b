import Archive
import Exports
import Records

/// `dateline agenda`: what the reports of the archive say is to come.
enum AgendaCommand {
  private static let format = Flag.format(["text", "json", "ics"])
  private static let from = Flag(long: "from", value: "DAY", help: "only dates from this day on")
  private static let to = Flag(long: "to", value: "DAY", help: "only dates up to this day")

  static let verb = Verb(
    name: "agenda", summary: "list dates to come: those after the day of their report",
    details: """
      By day, each with its sentence and report, and with what later reports say of it: moved,
      postponed, cancelled, held. json writes one entry a line; ics an iCalendar (RFC 5545), in which
      weeks, months and longer stretches are tentative and span their days.
      """,
    flags: [.archive, format, from, to],
    examples: [
      .init("dateline agenda --from 2025-01-14 --to 2025-01-31", "what is due"),
      .init("dateline agenda -f ics > agenda.ics", "for a calendar program"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("agenda takes no operand") }
    let archive = try arguments.archiveWithHappenings(console)
    let entries = try archive.agenda(from: day(from, arguments), to: day(to, arguments))
    switch arguments.format(format) {
    case "ics": try console.write(ICalendar.write(entries))
    case "json": for entry in entries { try console.write(AgendaText.line(entry)) }
    default:
      if entries.isEmpty { console.report("nothing to come") }
      try console.write(AgendaText.sheet(entries, styled: console.isStyled))
    }
    return .done
  }

  private static func day(_ flag: Flag, _ arguments: Arguments) throws -> Int? {
    guard let text = arguments.value(flag) else { return nil }
    guard text.utf8.count == 10, let day = Timestamp(iso8601: text) else {
      throw UsageError("--\(flag.long) takes a day as YYYY-MM-DD, not \"\(text)\"")
    }
    return day.dayNumber
  }
}
