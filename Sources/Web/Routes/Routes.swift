import Archive

/// The routes: which address shows what.
enum Routes {
  static let table: [Route<Library>] = [
    Route { visit in try .page(FrontRoute.front(visit)) },
    Route(.word("reports")) { visit in try ReportsRoute.all(visit) },
    Route(.word("report"), .number) { visit in try ReportRoute.newest(visit) },
    Route(.word("report"), .number, .word("version"), .number) { visit in
      try ReportRoute.version(visit)
    },
    Route(form: .word("report"), .number, .word("version"), .number, .word("judge")) { visit in
      try JudgeRoute.judge(visit)
    },
    Route(.word("happenings")) { visit in try HappeningRoute.all(visit) },
    Route(.word("happenings"), .number) { visit in try HappeningRoute.one(visit) },
    Route(form: .word("happenings"), .number, .word("split")) { visit in
      try HappeningForms.split(visit)
    },
    Route(form: .word("happenings"), .number, .word("join")) { visit in
      try HappeningForms.join(visit)
    },
    Route(form: .word("happenings"), .number, .word("undo")) { visit in
      try HappeningForms.undo(visit)
    },
    Route(.word("relations")) { visit in try RelationsRoute.pair(visit) },
    Route(.word("map")) { visit in try HappeningRoute.map(visit) },
    Route(.word("agenda")) { visit in try AgendaRoute.page(visit) },
    Route(.word("agenda.ics")) { visit in try AgendaRoute.calendar(visit) },
    Route(.word("agenda.atom")) { visit in try AgendaRoute.feed(visit) },
    Route(.word("actors")) { visit in try ActorRoute.all(visit) },
    Route(.word("actors"), .word("doubtful")) { visit in try ActorRoute.doubtful(visit) },
    Route(.word("actors"), .number) { visit in try ActorRoute.one(visit) },
    Route(.word("actors"), .number, .word("said")) { visit in try ActorRoute.said(visit) },
    Route(.word("actors"), .number, .word("did")) { visit in
      try ActorRoute.events(visit, as: .source)
    },
    Route(.word("actors"), .number, .word("had-done")) { visit in
      try ActorRoute.events(visit, as: .target)
    },
    Route(form: .word("actors"), .number, .word("decide")) { visit in
      try ActorRoute.decide(visit)
    },
    Route(.word("outlets")) { visit in try .page(OutletRoute.all(visit)) },
    Route(.word("outlet"), .number) { visit in try OutletRoute.one(visit) },
    Route(.word("search")) { visit in try SearchRoute.search(visit) },
    Route(.word("help")) { _ in .page(SearchHelp.page) },
    Route(.word("static"), .name, .name) { visit in StaticRoute.file(visit) },
    // Browsers ask for it whatever the page says.
    Route(.word("favicon.ico")) { visit in StaticFile.icon.response(to: visit.request) },
  ]
}
