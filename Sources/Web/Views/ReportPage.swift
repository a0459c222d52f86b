import Records

/// A report: the article as a clean page, its record beside it.
enum ReportPage {
  static func view(_ model: ReportModel) -> HTML {
    let title = model.article.title ?? "Report without a headline"
    var layout = Layout(title: title)
    layout.skip = ("record", "Skip to the record")
    return layout.page {
      div(.class("report")) {
        text(model)
        aside(.class("margin"), .id("record"), .label("Record"), Attribute("tabindex", "-1")) {
          RecordList.view(model)
        }
      }
    }
  }

  private static func text(_ model: ReportModel) -> HTML {
    let found = model.article
    let lit = LitArticle(found, text: model.version.text, model.record)
    // Keys step from item to item, in a report without a record from paragraph to paragraph.
    let stops = model.record.isEmpty
    return article([.class("article")] + .language(Language(found.language))) {
      if let kicker = found.kicker { p(.class("eyebrow")) { kicker } }
      h1 { found.title.map { lit.words(.title, $0) } ?? .text("Report without a headline") }
      byline(model)
      olderVersion(model)
      if let notice = found.kind.notice {
        p([.class("notice")] + .ofReader) { notice }
      }
      if let lead = found.lead {
        p(.class("lead"), stops ? Attribute("data-step", nil) : nil) { lit.words(.lead, lead) }
      }
      BlockViews.all(of: found, lit, stops: stops)
      if isEmpty(found) {
        p([.class("meta")] + .ofReader) {
          "No text was found on the page."
        }
      }
      topics(found)
    }
  }

  private static func isEmpty(_ article: Article) -> Bool {
    article.lead == nil && article.blocks.isEmpty && article.images.isEmpty
      && article.videos.isEmpty && article.audios.isEmpty
  }

  /// Outlet, authors and agencies, and when it was published and changed.
  private static func byline(_ model: ReportModel) -> HTML {
    let found = model.article
    return div([.class("byline")] + .ofReader) {
      if !found.authors.isEmpty {
        p(.class("authors")) {
          "By "
          names(found.authors)
        }
      }
      ul(.class("dotted")) {
        if let outlet = model.version.outlet {
          li { a(.href(.page("outlet", String(outlet.id)))) { bdi { outlet.title } } }
        }
        if let published = found.published {
          li { timeElement(published, Dates.dayAndClock) }
        }
        if let modified = found.modified, modified != found.published {
          li {
            "changed "
            timeElement(modified, Dates.dayAndClock)
          }
        }
        if !found.agencies.isEmpty {
          li {
            found.agencies.count == 1 ? "agency: " : "agencies: "
            names(found.agencies)
          }
        }
      }
    }
  }

  private static func names(_ names: [String]) -> HTML {
    group {
      for (index, name) in names.enumerated() {
        if index > 0 { index == names.count - 1 ? " and " : ", " }
        bdi { name }
      }
    }
  }

  @HTMLBuilder
  private static func olderVersion(_ model: ReportModel) -> HTML {
    if !model.isNewest {
      p([.class("notice")] + .ofReader) {
        "This is version \(model.shown.number) of \(model.versions.count), not the newest. "
        a(.href(model.address)) { "Show the newest" }
      }
    }
  }

  @HTMLBuilder
  private static func topics(_ found: Article) -> HTML {
    if !found.topics.isEmpty {
      section(.class("topics"), .labelledBy("topics")) {
        h2([.id("topics")] + .ofReader) { "Topics" }
        ul(.class("dotted")) {
          for topic in found.topics {
            li {
              a(.href(.page("search", query: [.init("q", search(topic: topic))]))) { topic }
            }
          }
        }
      }
    }
  }

  /// The search for a topic's words, side by side.
  private static func search(topic: String) -> String {
    "topic:\"" + topic.filter { $0 != "\"" } + "\""
  }
}
