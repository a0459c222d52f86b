/// How to search, and the keys: in words, on a page and below an empty search.
enum SearchHelp {
  static var page: HTML {
    Layout(title: "Searching and keys").page {
      h1 { "Searching and keys" }
      filters
      keys
    }
  }

  static var filters: HTML {
    section(.class("help"), .labelledBy("searching")) {
      h2(.id("searching")) { "Searching" }
      dl(.class("terms")) {
        term("ferry talks", "reports that have both words, in any place")
        term("\"ferry talks\"", "the words side by side")
        term("ferr*", "words that begin so")
        term("ferry -union", "with the first, without the second")
        term("ferry OR bridge", "either of the two")
        term("from:harbour", "of an outlet, by a part of its name or address")
        term("after:2025-03-01 before:2025-04-01", "published in these days")
        term("lang:de", "in a language")
        term("title:ferry", "in the headline")
        term("author:solvik", "by an author")
        term("topic:politics", "on a topic")
        term("speaker:lind", "in which an actor of that name says something")
        term("actor:lind", "that name such an actor; also a country by its code: actor:USA")
        term("type:CONSULT", "with an event of that type (PLOVER)")
        term("place:norby", "that name such a place; also a country by its code: place:NO")
      }
    }
  }

  private static var keys: HTML {
    section(.class("help"), .labelledBy("keys")) {
      h2(.id("keys")) { "Keys" }
      dl(.class("terms")) {
        key("/", "to the search field")
        key("j", "to the next report, or the next item of one's record")
        key("k", "to the one before")
        key("Enter", "open the report stepped to")
        key("c", "confirm the item stepped to")
        key("x", "reject it")
        key("e", "correct it")
        key("u", "take your word on it back")
        key("?", "show the keys")
      }
      p(.class("meta")) { "The keys need scripts; all else works without." }
    }
  }

  private static func term(_ query: String, _ meaning: String) -> HTML {
    group {
      dt { a(.href(.page("search", query: [.init("q", query)]))) { code { query } } }
      dd { meaning }
    }
  }

  private static func key(_ key: String, _ meaning: String) -> HTML {
    group {
      dt { kbd { key } }
      dd { meaning }
    }
  }
}
