import Archive
import Exports
import Records

/// `dateline search QUERY`: full text over the archive.
enum SearchCommand {
  private static let format = Flag.format(["text", "json", "jsonl"])
  private static let limit = Flag(
    long: "limit", short: "n", value: "N", help: "most hits (else 20)")
  private static let offset = Flag(long: "offset", value: "N", help: "hits to pass over")
  private static let sort = Flag(
    long: "sort", value: "ORDER", choices: SearchQuery.Order.allCases.map(\.rawValue),
    help: "relevance or date; relevance is the default")

  static let verb = Verb(
    name: "search", summary: "find reports by their words", operands: "QUERY...",
    details: """
      All words must be found, in any order, whatever their case and accents. "a phrase" finds words
      together, elect* words that begin so, a OR b either of two, -word leaves reports out, and
      title:, author: and topic: look there only. from:post.example (host or part of the outlet's
      name), lang:de, after:2025-01 (that day or later) and before:2025-02-01 (earlier) narrow the
      search. So do speaker:lind, actor:lind or actor:USA, type:ASSAULT (a PLOVER type) and
      place:norby, which look at the record. Put a query with - or quotes in quotes of the shell.
      """,
    flags: [.archive, format, limit, offset, sort],
    examples: [
      .init("dateline search ferry talks", "reports with both words"),
      .init("dateline search '\"ferry talks\" -strike from:harbour-post.example'", "narrower"),
      .init("dateline search speaker:lind ferry", "reports in which she says something"),
      .init("dateline search -f jsonl after:2025-01 title:ferry", "for a program"),
    ], run: run)

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    var query: SearchQuery
    do throws(SearchQueryError) {
      query = try SearchQuery(parsing: arguments.operands.joined(separator: " "))
    } catch {
      throw UsageError(error.description)
    }
    query.limit = try arguments.number(limit) ?? query.limit
    query.offset = try arguments.number(offset, minimum: 0) ?? 0
    query.order = arguments.value(sort).flatMap(SearchQuery.Order.init(rawValue:)) ?? .relevance
    let page = try arguments.archive(.read).search(query)
    switch arguments.format(format) {
    case "json": try console.write(json(page))
    case "jsonl": for hit in page.hits { try console.write(line(hit)) }
    default: for hit in page.hits { try console.write(text(hit, styled: console.isStyled)) }
    }
    console.report(summary(page))
    return .done
  }

  private static func summary(_ page: SearchPage) -> String {
    let shown = page.offset + page.hits.count
    guard !page.hits.isEmpty else {
      return page.total == 0 ? "no report fits" : "there are only \(page.total) reports that fit"
    }
    let all = page.total == 1 ? "1 report" : "\(page.total) reports"
    return shown == page.hits.count && shown == page.total
      ? all : "\(page.offset + 1) to \(shown) of \(all)"
  }

  // MARK: - For people

  private static func text(_ hit: SearchHit, styled: Bool) -> String {
    let report = hit.report
    let about = [
      report.outlet?.title, report.published.map(\.reading), report.address ?? report.name,
    ]
    let title = hit.title.segments.isEmpty ? "(no headline)" : lit(hit.title, styled: styled)
    return "\(report.id)  \(title)\n"
      + WrappedLines.text(about.compactMap { $0 }.joined(separator: " · "), indent: "    ")
      + wrapped(hit.snippet, styled: styled) + "\n"
  }

  /// Lines of the terminal's width; marks of bold would count as columns, so those lines are left
  /// to the terminal to break.
  private static func wrapped(_ snippet: Snippet, styled: Bool) -> String {
    styled
      ? "    " + lit(snippet, styled: true) + "\n"
      : WrappedLines.text(lit(snippet, styled: false), indent: "    ")
  }

  /// Words found in bold; in a pipe the text alone.
  private static func lit(_ snippet: Snippet, styled: Bool) -> String {
    snippet.segments.map { segment in
      let text = VisibleText.clean(segment.text)
      return styled && segment.isLit ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }.joined()
  }

  // MARK: - For programs

  private static func json(_ page: SearchPage) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.member("total", optional: page.total)
    json.member("offset", optional: page.offset)
    json.name("hits")
    json.beginArray()
    for hit in page.hits { write(hit, to: &json) }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func line(_ hit: SearchHit) -> [UInt8] {
    var json = JSONWriter()
    write(hit, to: &json)
    json.newline()
    return json.bytes
  }

  private static func write(_ hit: SearchHit, to json: inout JSONWriter) {
    let report = hit.report
    json.beginObject()
    json.member("id", report.latest.name)
    json.member("address", optional: report.address)
    if let outlet = report.outlet {
      json.name("outlet")
      outlet.write(to: &json)
    }
    json.member("kind", report.kind.rawValue)
    json.member("title", optional: report.title)
    json.member("authors", optional: report.authors)
    json.member("published", optional: report.published?.iso8601)
    json.member("language", optional: report.language)
    json.member("snippet", hit.snippet.text)
    json.member("words", optional: hit.snippet.segments.filter(\.isLit).map(\.text))
    json.endObject()
  }
}
