import Records

/// Happenings in the order of their days.
enum TimelinePage {
  struct Model: Sendable, Hashable {
    var filter: TimelineFilter
    var happenings: Paged<HappeningLine>
    /// Of all the happenings that were found.
    var mentions: Int
    /// A name that the archive does not know.
    var unknown: String?
  }

  static func view(_ model: Model) -> HTML {
    Layout(title: "Happenings", place: .happenings).page {
      p(.class("eyebrow")) { "What happened, as the reports tell it" }
      h1 { "Happenings" }
      FilterForm.view("happenings", model.filter)
      if let unknown = model.unknown {
        p(.class("notice")) { "No actor or country of the archive is called \"\(unknown)\"." }
      }
      if let with = model.filter.with {
        p(.class("notice")) { "Only those with \(with) on the other side, or at the same table." }
      }
      if let place = model.filter.place { p(.class("notice")) { "Only those in \(place)." } }
      p(.class("result")) {
        Numbers.counted(model.happenings.total, "happening", "happenings") + " in "
          + Numbers.counted(model.mentions, "mention", "mentions")
      }
      HappeningList.byDay(model.happenings.items)
      pager(model)
    }
  }

  @HTMLBuilder
  private static func pager(_ model: Model) -> HTML {
    let list = model.happenings
    if list.pages > 1 {
      nav(.class("pager"), .label("Pages")) {
        if list.page > 1 {
          a(Attribute("rel", "prev"), .href(model.filter.address(page: list.page - 1))) {
            "Earlier"
          }
        }
        span { "Page " + Numbers.grouped(list.page) + " of " + Numbers.grouped(list.pages) }
        if list.page < list.pages {
          a(Attribute("rel", "next"), .href(model.filter.address(page: list.page + 1))) { "Later" }
        }
      }
    }
  }
}
