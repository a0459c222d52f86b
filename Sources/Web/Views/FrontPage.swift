/// The front page: what the archive holds, and its newest reports by day.
enum FrontPage {
  struct Model: Sendable, Hashable {
    var holdings: Holdings
    var newest: [ReportLine]
    /// Outlets with most reports first.
    var outlets: [OutletLine]
    /// The archive's path, for the command that fills an empty one.
    var archive: String
  }

  static func view(_ model: Model) -> HTML {
    return Layout(title: "Today", place: .today).page {
      if model.holdings.reports == 0 { empty(model) } else { filled(model) }
    }
  }

  @HTMLBuilder
  private static func filled(_ model: Model) -> HTML {
    h1 { "What is new" }
    counts(model.holdings)
    div(.class("columns")) {
      div {
        ReportList.byDay(model.newest)
        if model.holdings.reports > model.newest.count {
          p(.class("more")) {
            a(.href(.page("reports", query: [.init("page", "2")]))) { "Older reports" }
          }
        }
      }
      aside(.class("margin"), .labelledBy("outlets")) {
        h2(.id("outlets")) { "Outlets" }
        OutletsPage.list(model.outlets)
        if model.holdings.outlets > model.outlets.count {
          p { a(.href(.page("outlets"))) { "All " + Numbers.grouped(model.holdings.outlets) } }
        }
      }
    }
  }

  private static func counts(_ holdings: Holdings) -> HTML {
    ul(.class("counts")) {
      count(holdings.reports, "report", "reports", .page("reports"))
      count(holdings.outlets, "outlet", "outlets", .page("outlets"))
      count(
        holdings.changedHeadlines, "headline changed", "headlines changed",
        .page("reports", query: [.init("changed", "headline")]))
    }
  }

  private static func count(
    _ number: Int, _ one: String, _ many: String, _ address: Address
  ) -> HTML {
    li {
      a(.href(address)) {
        b { Numbers.grouped(number) }
        " "
        span { number == 1 ? one : many }
      }
    }
  }

  @HTMLBuilder
  private static func empty(_ model: Model) -> HTML {
    h1 { "Nothing here yet" }
    p(.class("lead")) {
      "The archive holds no report. Add saved pages - files or whole folders - and reload this page:"
    }
    pre { code { "dateline add --archive " + shellQuoted(model.archive) + " FOLDER" } }
    p {
      "Pages are HTML as it was served, or plain text copied from a page; which of the two is told "
      "by the content. "
      code { "dateline add --help" }
      " says more."
    }
  }

  /// As a POSIX shell reads it.
  static func shellQuoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    if isPlain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
