import Records

/// The outlets of the archive, and the reports of one.
enum OutletsPage {
  static func view(_ outlets: [OutletLine]) -> HTML {
    return Layout(title: "Outlets", place: .outlets).page {
      p(.class("eyebrow")) { "By the number of their reports" }
      h1 { "Outlets" }
      if outlets.isEmpty { p { "There are none in the archive." } }
      div(.class("narrow")) { list(outlets) }
    }
  }

  static func list(_ outlets: [OutletLine]) -> HTML {
    ul(.class("tally")) {
      for line in outlets {
        li {
          a(.href(.page("outlet", String(line.outlet.id)))) {
            bdi { line.outlet.title }
            " "
            b { Numbers.grouped(line.reports) }
            span(.class("unseen")) { line.reports == 1 ? " report" : " reports" }
          }
        }
      }
    }
  }

  static func view(of outlet: Outlet, _ reports: Paged<ReportLine>) -> HTML {
    return Layout(title: outlet.title, place: .outlets).page {
      p(.class("eyebrow")) { outlet.name == nil ? "Outlet" : outlet.host ?? "Outlet" }
      h1 { bdi { outlet.title } }
      p(.class("meta")) { ReportsPage.total(reports) }
      ReportList.byDay(reports.items)
      Pager.links(reports) { page in
        .page("outlet", String(outlet.id), query: [.init("page", String(page))])
      }
    }
  }
}
