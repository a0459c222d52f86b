import Records

/// The margin of a report: where it comes from, how it changed, and what each field was read from.
enum RecordList {
  @HTMLBuilder
  static func view(_ model: ReportModel) -> HTML {
    items(model)
    origin(model)
    versions(model)
    fields(model.article)
  }

  @HTMLBuilder
  private static func items(_ model: ReportModel) -> HTML {
    if !model.record.isEmpty {
      ItemCards(
        record: model.record, text: model.version.text,
        judge: model.formToken.map {
          JudgeForm(address: model.address(of: model.shown, "judge"), token: $0)
        }
      ).view
    }
  }

  private static func origin(_ model: ReportModel) -> HTML {
    let found = model.article
    return section(.labelledBy("origin")) {
      h2(.id("origin")) { "Where it comes from" }
      dl(.class("record")) {
        if let outlet = model.version.outlet { row("Outlet") { bdi { outlet.title } } }
        if let address = model.version.address { row("Address") { place(address) } }
        if let canonical = found.canonical, canonical != model.version.address {
          row("Names itself") { place(canonical) }
        }
        row("Read from") { place(model.shown.source) }
        if let published = found.published { row("First published") { moment(published) } }
        if let modified = found.modified { row("Last changed") { moment(modified) } }
        if let language = Language(found.language) { row("Language") { language.name } }
        if let kind = found.kind.tag { row("Sort of page") { kind } }
        row("Page kept") { kept(model.shown) }
      }
    }
  }

  private static func row(_ term: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    div {
      dt { term }
      dd(content: content)
    }
  }

  /// An address as a link where it may be one, else as the words it is.
  @HTMLBuilder
  private static func place(_ text: String) -> HTML {
    if let address = Address(web: text) {
      outsideLink(address) { text }
    } else {
      bdi { text }
    }
  }

  private static func moment(_ date: Timestamp) -> HTML {
    let zone = Dates.zone(date)
    return timeElement(date) { Dates.dayAndClock($0) + (zone.isEmpty ? "" : " " + zone) }
  }

  private static func kept(_ version: VersionInfo) -> HTML {
    group {
      Numbers.counted(version.size, "byte", "bytes") + ", SHA-256 "
      code(.title(version.sha256.hex)) { String(version.sha256.hex.prefix(12)) }
    }
  }

  private static func versions(_ model: ReportModel) -> HTML {
    section(.labelledBy("versions")) {
      h2(.id("versions")) { Numbers.counted(model.versions.count, "version", "versions") }
      ol(.class("versions")) {
        for (index, version) in model.versions.enumerated().reversed() {
          li {
            versionLink(version, of: model)
            if index > 0 { change(from: model.versions[index - 1].title, to: version.title) }
          }
        }
      }
    }
  }

  private static func versionLink(_ version: VersionInfo, of model: ReportModel) -> HTML {
    p {
      a(
        .href(model.address(of: version)),
        version.number == model.shown.number ? .current("true") : nil
      ) { "Version \(version.number)" }
      if let added = version.fetched.timestamp {
        span(.class("meta")) {
          " added "
          moment(added)
        }
      }
      if version.number == model.shown.number { span(.class("meta")) { " (shown)" } }
    }
  }

  @HTMLBuilder
  private static func change(from old: String?, to new: String?) -> HTML {
    if old != new {
      p(.class("change")) {
        span(.class("meta")) { "Headline changed from " }
        del { bdi { old ?? "none" } }
        span(.class("meta")) { " to " }
        ins { bdi { new ?? "none" } }
      }
    }
  }

  @HTMLBuilder
  private static func fields(_ found: Article) -> HTML {
    if !found.provenance.isEmpty {
      section(.labelledBy("fields")) {
        h2(.id("fields")) { "Where each field was read" }
        dl(.class("record")) {
          for (field, source) in ordered(found.provenance) {
            row(FieldWords.words(for: field)) { sourceWords(source) }
          }
        }
      }
    }
  }

  @HTMLBuilder
  private static func sourceWords(_ source: String) -> HTML {
    if let words = FieldWords.source(source) {
      span(.title(source)) { words }
    } else {
      code { source }
    }
  }

  /// In the order of `FieldWords`; what it does not know follows by name.
  static func ordered(_ provenance: [String: String]) -> [(field: String, source: String)] {
    let known = FieldWords.fields.map(\.field)
    let others = provenance.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { field in
      provenance[field].map { (field, $0) }
    }
  }
}
