import Records

/// An article's blocks, in order; pictures and recordings that stand in no block at the end.
enum BlockViews {
  static func all(of found: Article, _ lit: LitArticle, stops: Bool) -> HTML {
    let placed = Set(found.blocks.compactMap { block in block.media.map { Media(block.kind, $0) } })
    return group {
      for (index, block) in found.blocks.enumerated() {
        view(block, index, of: found, lit, stops ? Attribute("data-step", nil) : nil)
      }
      for (index, image) in found.images.enumerated()
      where !placed.contains(Media(.image, index)) {
        MediaCards.picture(image, caption: image.caption.map { lit.words(.caption(index), $0) })
      }
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

  /// One block, with an id by which a link finds it; `stop` makes it one that keys step to.
  private static func view(
    _ block: Block, _ index: Int, of found: Article, _ lit: LitArticle, _ stop: Attribute?
  ) -> HTML {
    let step = Attribute.id("b\(index + 1)")
    let words = lit.words(.block(index), block.text)
    let attributes = [step, stop].compactMap(\.self)
    switch block.kind {
    case .text: return p(attributes) { words }
    case .subhead: return h2(attributes) { words }
    case .quote: return blockquote(attributes) { p { words } }
    case .code: return pre(attributes + [Attribute("tabindex", "0")]) { code { block.text } }
    case .list:
      return ul(attributes) {
        for (place, item) in block.items.enumerated() {
          li { lit.words(.item(index, place), item) }
        }
      }
    case .table: return tableView(block.items, index, lit, attributes)
    case .image:
      guard let image = block.media, found.images.indices.contains(image) else { return .nothing }
      let caption = found.images[image].caption.map { lit.words(.caption(image), $0) }
      return MediaCards.picture(found.images[image], caption: caption, attributes)
    case .video:
      guard let index = block.media, found.videos.indices.contains(index) else { return .nothing }
      return MediaCards.recording(found.videos[index], .video, attributes)
    case .audio:
      guard let index = block.media, found.audios.indices.contains(index) else { return .nothing }
      return MediaCards.recording(found.audios[index], .audio, attributes)
    }
  }

  /// Rows whose cells are joined by tabs. Wide tables scroll on their own, so that the page never
  /// does; a keyboard can reach what scrolls.
  private static func tableView(
    _ rows: [String], _ index: Int, _ lit: LitArticle, _ attributes: [Attribute]
  ) -> HTML {
    div(
      [.class("scroll")] + attributes
        + [Attribute("tabindex", "0"), Attribute("role", "group"), .label("Table")]
    ) {
      table {
        tbody {
          for (place, row) in rows.enumerated() {
            tr { for cell in lit.cells(.item(index, place), row) { td { cell } } }
          }
        }
      }
    }
  }
}
