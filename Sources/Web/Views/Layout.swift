/// The frame of every page: head, skip links, masthead with search, the page's own content, foot.
struct Layout: Sendable {
  /// Where a page stands in the main navigation.
  enum Place: Sendable, Hashable, CaseIterable {
    case today, reports, agenda, actors, happenings, relations, map, outlets

    var words: String {
      switch self {
      case .today: "Today"
      case .reports: "Reports"
      case .happenings: "Happenings"
      case .relations: "Relations"
      case .map: "Map"
      case .agenda: "Agenda"
      case .actors: "Actors"
      case .outlets: "Outlets"
      }
    }

    var address: Address {
      switch self {
      case .today: .page()
      case .reports: .page("reports")
      case .happenings: .page("happenings")
      case .relations: .page("relations")
      case .map: .page("map")
      case .agenda: .page("agenda")
      case .actors: .page("actors")
      case .outlets: .page("outlets")
      }
    }
  }

  /// The document's title, before the program's name.
  var title: String
  var place: Place?
  /// What stands in the search field.
  var query = ""
  /// A second skip link: the id it leads to and its words.
  var skip: (id: String, words: String)?

  func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
    html(Attribute("lang", "en")) {
      documentHead
      body {
        a(.class("skip"), .href(.anchor("content"))) { "Skip to the content" }
        if let skip {
          a(.class("skip"), .href(.anchor(skip.id))) { skip.words }
        }
        masthead
        main(.id("content"), Attribute("tabindex", "-1")) { content() }
        foot
      }
    }
  }

  private var documentHead: HTML {
    head {
      meta(Attribute("charset", "utf-8"))
      meta(
        Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
      meta(Attribute("name", "color-scheme"), Attribute("content", "light dark"))
      pageTitle { title + " - Dateline" }
      link(Attribute("rel", "stylesheet"), .href(StaticFile.style.address))
      link(
        Attribute("rel", "icon"), Attribute("type", "image/svg+xml"),
        .href(StaticFile.icon.address))
      script(Attribute("src", StaticFile.script.address.text), Attribute("defer", nil))
    }
  }

  private var masthead: HTML {
    header(.class("masthead")) {
      div(.class("measure")) {
        a(.class("brand"), .href(.page())) {
          "Date"
          i { "line" }
        }
        nav(.label("Main")) {
          ul {
            for place in Place.allCases {
              li {
                a(.href(place.address), place == self.place ? .current("page") : nil) {
                  place.words
                }
              }
            }
          }
        }
        searchForm
      }
    }
  }

  private var searchForm: HTML {
    form(
      .class("search"), Attribute("role", "search"), Attribute("action", "/search"),
      Attribute("method", "get")
    ) {
      input(
        Attribute("type", "search"), Attribute("name", "q"), Attribute("value", query),
        Attribute("maxlength", "400"), .label("Search the archive"),
        Attribute("placeholder", "Search"), Attribute("autocomplete", "off"),
        Attribute("spellcheck", "false"))
      button(Attribute("type", "submit")) { "Search" }
    }
  }

  private var foot: HTML {
    footer(.class("foot")) {
      div(.class("measure")) {
        p { "Read from the archive on this machine. No page here asks another host for anything." }
        p { a(.href(.page("help"))) { "Searching and keys" } }
      }
    }
  }
}
