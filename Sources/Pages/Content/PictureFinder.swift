import Records

/// Finds the article's own pictures and what stands under them.
///
/// A picture's caption is looked for in its `figure`, else in the closest element that holds no
/// other picture and has words whose class says caption or credit.
struct PictureFinder {
  let tree: HTMLTree
  let outline: Outline
  let url: String?
  let regions: PictureRegions

  /// Smaller pictures are icons, avatars or pixels; in CSS pixels, where the page says so.
  private static let leastSize = 80
  /// Ancestors searched for a caption when there is no `figure`.
  private static let farthestCaption = 5
  /// Longest caption, in bytes.
  static let longestCaption = 1500

  /// The picture of an `img` entry; `nil` where it is an icon, a logo or a pixel.
  func picture(_ entry: Int) -> Image? {
    guard isPicture(entry) else { return nil }
    let node = HTMLTree.NodeID(Int(outline.entries[entry].node))
    var image = Image(url: PictureAddress.best(of: node, in: tree, against: url))
    image.alt = tree.attribute(node, .alt).map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
    let element = captionElement(of: entry)
    let split = element.map { CaptionParts(tree, $0).split } ?? CaptionCredit()
    image.caption = split.caption.flatMap { LineText.key($0.utf8).count >= 6 ? $0 : nil }
    image.credit = split.credit ?? creditBeside(element, entry) ?? declaredCredit(node)
    return image
  }

  static func plain(_ text: String) -> String {
    BlockBuilder.clean(Array(text.utf8.map { $0.isSpace ? 0x20 : $0 })[...])
  }

  private func isPicture(_ entry: Int) -> Bool {
    let node = HTMLTree.NodeID(Int(outline.entries[entry].node))
    if !outline.entries[entry].evidence.isDisjoint(with: [.author, .share, .advert, .unseen]) {
      return false
    }
    for name in [HTMLName.width, .height] {
      if let size = tree.attribute(node, name).flatMap({ Int($0.prefix { $0.isNumber }) }),
        size < Self.leastSize, size > 0
      {
        return false
      }
    }
    return true
  }

  /// A credit in the figure, but outside its caption.
  private func creditBeside(_ caption: HTMLTree.NodeID?, _ entry: Int) -> String? {
    guard let figure = outline.ancestor(.figure, of: entry) else { return nil }
    for line in outline.lineRange(figure) where outline.lines[line].count < 160 {
      let owner = outline.owner(line)
      if let caption, isBelow(owner, caption) { continue }
      let text = outline.string(line)
      let split = CaptionCredit(splitting: text)
      if split.caption == nil, let credit = split.credit { return credit }
      let isNamed =
        outline.entries[owner].tag == .footer
        || !outline.entries[owner].evidence.isDisjoint(with: [.credit, .author])
      if isNamed { return CaptionCredit.credit(from: text) }
    }
    return nil
  }

  private func isBelow(_ entry: Int, _ node: HTMLTree.NodeID) -> Bool {
    var at = entry
    while at >= 0 {
      if outline.entries[at].node == node.rawValue { return true }
      at = Int(outline.entries[at].parent)
    }
    return false
  }

  private func declaredCredit(_ node: HTMLTree.NodeID) -> String? {
    for name in ["data-credit", "data-copyright", "data-photographer", "data-source"] {
      if let value = tree.attribute(node, named: name),
        let credit = CaptionCredit.credit(from: value)
      {
        return credit
      }
    }
    return nil
  }

  /// The element whose words are the picture's caption.
  func captionElement(of entry: Int) -> HTMLTree.NodeID? {
    if let region = regions.regions[entry] {
      return caption(in: region, isFigure: true, image: entry)
    }
    var at = Int(outline.entries[entry].parent)
    var looked = 0
    while at > 0, looked < Self.farthestCaption {
      let candidate = outline.entries[at]
      let isFigure = candidate.tag == .figure
      if candidate.tag == .article || candidate.tag == .main || candidate.tag == .body {
        return nil
      }
      if !isFigure, pictures(in: at) > 1 { return nil }
      if let caption = caption(in: at, isFigure: isFigure, image: entry) { return caption }
      at = Int(candidate.parent)
      looked += 1
    }
    return nil
  }

  private func pictures(in entry: Int) -> Int {
    var count = 0
    for index in entry..<Int(outline.entries[entry].end) {
      if outline.entries[index].tag == .img, isPicture(index) { count += 1 }
      if count > 1 { return count }
    }
    return count
  }

  private func caption(in entry: Int, isFigure: Bool, image: Int) -> HTMLTree.NodeID? {
    let end = Int(outline.entries[entry].end)
    var marked: Int?
    for index in entry..<end where !outline.lineRange(index).isEmpty {
      if outline.entries[index].tag == .figcaption { return node(index) }
      if marked == nil, index > entry,
        !outline.entries[index].evidence.isDisjoint(with: [.caption, .credit])
      {
        marked = index
      }
    }
    let lines = outline.lineRange(entry)
    let length = lines.reduce(0) { $0 + Int(outline.lines[$1].count) }
    guard length > 0, length < Self.longestCaption else { return nil }
    if isFigure { return node(entry) }
    guard let marked else { return nil }
    return length < 600 ? node(entry) : node(marked)
  }

  private func node(_ entry: Int) -> HTMLTree.NodeID {
    HTMLTree.NodeID(Int(outline.entries[entry].node))
  }
}

/// The words of a caption's element, those of credits apart.
struct CaptionParts {
  private(set) var words: [UInt8] = []
  private(set) var credit: [UInt8] = []

  private static let makers: Evidence = [.credit]

  init(_ tree: HTMLTree, _ top: HTMLTree.NodeID) {
    var node: HTMLTree.NodeID? = top
    while let current = node {
      switch tree.kind(current) {
      case .text:
        tree.withText(current) { words.append(contentsOf: $0) }
        node = tree.after(current, within: top)
      case .element:
        if Self.isSilent(tree, current) {
          node = tree.after(current, within: top)
        } else if current != top, Self.isCredit(tree, current) {
          if !credit.isEmpty { credit.append(contentsOf: " / ".utf8) }
          credit.append(contentsOf: Self.text(tree, current))
          node = tree.after(current, within: top)
        } else {
          if tree.tag(current).isBlock || tree.tag(current) == .br { words.append(0x20) }
          node = tree.firstChild(current) ?? tree.after(current, within: top)
        }
      default: node = tree.after(current, within: top)
      }
    }
  }

  /// Caption and credit, without furniture such as "Open image in gallery".
  var split: CaptionCredit {
    let text = PictureFinder.plain(String(decoding: words, as: UTF8.self))
    let marked = String(decoding: credit, as: UTF8.self)
    let own = CaptionCredit.credit(from: marked)
    if text.isEmpty {
      // An element called credit may hold the caption too.
      let both = CaptionCredit(splitting: marked)
      if both.caption != nil, both.credit != nil { return both }
    }
    if let match = FurniturePhrases.table.match(text), match.extent == .whole {
      return CaptionCredit(credit: own)
    }
    guard text.utf8.count <= PictureFinder.longestCaption else { return CaptionCredit(credit: own) }
    let inner = CaptionCredit(splitting: text)
    guard let own else { return inner }
    return CaptionCredit(caption: inner.caption, credit: own)
  }

  private static func text(_ tree: HTMLTree, _ top: HTMLTree.NodeID) -> [UInt8] {
    var out: [UInt8] = []
    var node: HTMLTree.NodeID? = top
    while let current = node {
      if tree.kind(current) == .element, isSilent(tree, current) {
        node = tree.after(current, within: top)
        continue
      }
      if tree.kind(current) == .text {
        tree.withText(current) { out.append(contentsOf: $0) }
      } else if tree.tag(current).isBlock {
        out.append(0x20)
      }
      node = tree.firstChild(current) ?? tree.after(current, within: top)
    }
    return out
  }

  private static func isCredit(_ tree: HTMLTree, _ node: HTMLTree.NodeID) -> Bool {
    if evidence(tree, node).contains(.credit) { return true }
    return tree.withAttribute(node, .itemprop) { value in
      guard let value else { return false }
      return value.elementsEqual("copyrightHolder".utf8) || value.elementsEqual("creditText".utf8)
        || value.elementsEqual("author".utf8)
    }
  }

  private static func isSilent(_ tree: HTMLTree, _ node: HTMLTree.NodeID) -> Bool {
    switch tree.tag(node) {
    case .script, .style, .noscript, .template, .button, .svg, .select, .video, .audio, .iframe:
      return true
    default: break
    }
    if tree.namespace(node) != .html || tree.hasAttribute(node, .hidden) { return true }
    return !evidence(tree, node).isDisjoint(with: [.hidden, .share, .advert])
  }

  private static func evidence(_ tree: HTMLTree, _ node: HTMLTree.NodeID) -> Evidence {
    tree.withAttribute(node, .class) { $0.map(ClassWords.table.evidence(in:)) ?? [] }
  }
}
