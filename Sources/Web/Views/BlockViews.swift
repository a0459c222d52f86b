import Records

/// An article's blocks, in order; pictures and recordings that stand in no block at the end.
enum BlockViews {
  static func all(of found: Article) -> HTML {
    let placed = Set(found.blocks.compactMap { block in block.media.map { Media(block.kind, $0) } })
    return group {
      for (index, block) in found.blocks.enumerated() {
        view(block, of: found, step: .id("b\(index + 1)"))
      }
      for (index, image) in found.images.enumerated()
      where !placed.contains(Media(.image, index)) { MediaCards.picture(image) }
      for (index, video) in found.videos.enumerated()
      where !placed.contains(Media(.video, index)) { MediaCards.recording(video, .video) }
      for (index, audio) in found.audios.enumerated()
      where !placed.contains(Media(.audio, index)) { MediaCards.recording(audio, .audio) }
    }
  }

  private struct Media: Hashable {
    var kind: Block.Kind
    var index: Int

    init(_ kind: Block.Kind, _ index: Int) {
      self.kind = kind
      self.index = index
    }
  }

  /// One block; `step` is the id by which a link finds it.
  private static func view(_ block: Block, of found: Article, step: Attribute) -> HTML {
    let stop = Attribute("data-step", nil)
    switch block.kind {
    case .text: return p(step, stop) { block.text }
    case .subhead: return h2(step, stop) { block.text }
    case .quote: return blockquote(step, stop) { p { block.text } }
    case .code: return pre(step, stop, Attribute("tabindex", "0")) { code { block.text } }
    case .list: return ul(step, stop) { for item in block.items { li { item } } }
    case .table: return tableView(block.items, step, stop)
    case .image:
      guard let index = block.media, found.images.indices.contains(index) else { return .nothing }
      return MediaCards.picture(found.images[index], [step, stop])
    case .video:
      guard let index = block.media, found.videos.indices.contains(index) else { return .nothing }
      return MediaCards.recording(found.videos[index], .video, [step, stop])
    case .audio:
      guard let index = block.media, found.audios.indices.contains(index) else { return .nothing }
      return MediaCards.recording(found.audios[index], .audio, [step, stop])
    }
  }

  /// Rows whose cells are joined by tabs. Wide tables scroll on their own, so that the page never
  /// does; a keyboard can reach what scrolls.
  private static func tableView(_ rows: [String], _ step: Attribute, _ stop: Attribute) -> HTML {
    div(
      .class("scroll"), step, stop, Attribute("tabindex", "0"), Attribute("role", "group"),
      .label("Table")
    ) {
      table {
        tbody {
          for row in rows {
            tr {
              for cell in row.split(separator: "\t", omittingEmptySubsequences: false) {
                td { String(cell) }
              }
            }
          }
        }
      }
    }
  }
}
