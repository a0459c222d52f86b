internal import Archive
internal import Records

/// An article's parts with the words of its record lit.
struct LitArticle: Sendable, Hashable {
  /// The parts that have lights: a piece each, of a table's row a piece a cell.
  private var parts: [ArticleText.Part: [HTML]] = [:]

  /// Nothing is lit.
  init() {}

  /// - text: what the record's ranges refer to. Where the article no longer makes that text,
  ///   nothing is lit, for the ranges would be a guess.
  init(_ article: Article, text: String, _ record: RecordModel) {
    let own = ArticleText(article)
    guard own.text == text, !record.isEmpty else { return }
    let lights = Lights.all(record).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let offsets = ScalarOffsets(text)
    let scalars = Array(text.unicodeScalars)
    var named: Set<String> = []
    var lines = own.lines.map { offsets.scalars($0.range) }.makeIterator()
    var open: [Light] = []
    var next = 0
    for part in own.lines.map(\.part) {
      guard let line = lines.next() else { break }
      while next < lights.count, lights[next].range.lowerBound < line.upperBound {
        open.append(lights[next])
        next += 1
      }
      open.removeAll { $0.range.upperBound <= line.lowerBound }
      let here = open.compactMap { Self.clip($0, to: line) }
      guard !here.isEmpty, !Self.isCode(part, of: article) else { continue }
      parts[part] = Self.cells(scalars[line], here, part, of: article).map { cell in
        LitLine.html(cell.scalars, cell.lights, named: &named)
      }
    }
  }

  /// A part's words; `plain` where nothing in them is lit.
  func words(_ part: ArticleText.Part, _ plain: String) -> HTML {
    parts[part]?.first ?? .text(plain)
  }

  /// A table row's cells.
  func cells(_ part: ArticleText.Part, _ plain: String) -> [HTML] {
    parts[part]
      ?? plain.split(separator: "\t", omittingEmptySubsequences: false)
      .map { .text(String($0)) }
  }

  /// The light as far as it lies in a range, relative to the range's beginning.
  private static func clip(_ light: Light, to range: Range<Int>) -> Light? {
    let shared = light.range.clamped(to: range)
    guard !shared.isEmpty else { return nil }
    var clipped = light
    clipped.range = shared.lowerBound - range.lowerBound..<shared.upperBound - range.lowerBound
    // The mark stands where the words end.
    if light.range.upperBound > range.upperBound { clipped.tag = nil }
    return clipped
  }

  /// Code keeps its line breaks, which the text does not have.
  private static func isCode(_ part: ArticleText.Part, of article: Article) -> Bool {
    guard case .block(let index) = part else { return false }
    return article.blocks[index].kind == .code
  }

  private struct Cell {
    var scalars: ArraySlice<Unicode.Scalar>
    var lights: [Light]
  }

  private static func cells(
    _ line: ArraySlice<Unicode.Scalar>, _ lights: [Light], _ part: ArticleText.Part,
    of article: Article
  ) -> [Cell] {
    guard case .item(let index, _) = part, article.blocks[index].kind == .table else {
      return [Cell(scalars: line, lights: lights)]
    }
    return line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
      let start = cell.startIndex - line.startIndex
      return Cell(
        scalars: cell, lights: lights.compactMap { clip($0, to: start..<start + cell.count) })
    }
  }
}

/// The lights of a record.
enum Lights {
  /// A page's lights; a hostile record could have a million.
  private static let most = 5_000

  static func all(_ record: RecordModel) -> [Light] {
    let all =
      statements(record) + events(record) + times(record) + places(record) + actors(record)
    return Array(all.prefix(most))
  }

  private static func statements(_ record: RecordModel) -> [Light] {
    record.statements.filter { $0.verdict != .rejected }.flatMap { entry in
      entry.value.content.enumerated().map { index, range in
        Light(
          range: range, kind: .statement, number: entry.number,
          title: ItemWords.summary(entry.value, record),
          tag: index == entry.value.content.count - 1 ? String(entry.number + 1) : nil)
      }
    }
  }

  private static func events(_ record: RecordModel) -> [Light] {
    record.events.filter { $0.verdict != .rejected }.flatMap { entry in
      let status = ItemWords.status(entry.value, record)
      return ([entry.value.range] + entry.value.mentions).enumerated().map { index, range in
        Light(
          range: range, kind: .event, number: entry.number,
          title: ItemWords.summary(entry.value, record),
          tag: index == 0
            ? entry.value.type.rawValue + (status.map { ", " + $0.short } ?? "") : nil)
      }
    }
  }

  private static func times(_ record: RecordModel) -> [Light] {
    record.times.filter { $0.verdict != .rejected }.map { entry in
      Light(
        range: entry.value.range, kind: .time, number: entry.number,
        title: entry.value.value ?? "no such day")
    }
  }

  private static func places(_ record: RecordModel) -> [Light] {
    record.places.filter { $0.verdict != .rejected }.map { entry in
      Light(
        range: entry.value.range, kind: .place, number: entry.number,
        title: ItemWords.summary(entry.value))
    }
  }

  private static func actors(_ record: RecordModel) -> [Light] {
    record.actors.filter { $0.verdict != .rejected }.flatMap { entry in
      entry.value.mentions.map { mention in
        Light(
          range: mention.range, kind: .actor, number: entry.number,
          title: ItemWords.summary(entry.value))
      }
    }
  }
}
