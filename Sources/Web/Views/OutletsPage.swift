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
      for outlet in outlets {
        li {
          a(.href(.page("outlet", String(outlet.id)))) {
            bdi { outlet.name }
            " "
            b { Numbers.grouped(outlet.reports) }
            span(.class("unseen")) { outlet.reports == 1 ? " report" : " reports" }
          }
        }
      }
    }
  }

  static func view(of outlet: OutletLine, _ reports: Paged<ReportLine>) -> HTML {
    return Layout(title: outlet.name, place: .outlets).page {
      p(.class("eyebrow")) { "Outlet" }
      h1 { bdi { outlet.name } }
      p(.class("meta")) { ReportsPage.total(reports) }
      ReportList.byDay(reports.items)
      Pager.links(reports) { page in
        .page("outlet", String(outlet.id), query: [.init("page", String(page))])
      }
    }
  }
}
