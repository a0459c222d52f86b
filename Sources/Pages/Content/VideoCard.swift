import Records

/// A picture that stands for a video on another page: a poster in a link or box that says "video",
/// with the video's title and its length beside it.
struct VideoCard {
  let tree: HTMLTree
  let outline: Outline

  /// Ancestors of the poster that are looked at.
  private static let farthest = 5
  /// A card has few short lines; more is an article's text with a time in it.
  private static let mostLines = 5
  private static let longestTitle = 300

  /// The video of an `img` entry; `nil` where it is a picture of its own.
  func recording(_ image: Int, poster: String?) -> Recording? {
    var at = Int(outline.entries[image].parent)
    var looked = 0
    while at > 0, looked < Self.farthest {
      let lines = outline.lineRange(at)
      guard lines.count <= Self.mostLines else { return nil }
      if !lines.isEmpty, saysVideo(at), let found = read(lines) {
        return Recording(title: found.title, poster: poster, duration: found.seconds)
      }
      at = Int(outline.entries[at].parent)
      looked += 1
    }
    return nil
  }

  /// The title and the length of a card's lines: the title is the first line that speaks of
  /// something else than the player, without the length and without a credit.
  private func read(_ lines: Range<Int>) -> (title: String, seconds: Int)? {
    var title: String?
    var seconds: Int?
    for line in lines {
      let text = outline.string(line)
      if FurniturePhrases.table.match(text)?.kind == .player { continue }
      var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      if seconds == nil, let at = words.firstIndex(where: { Self.seconds($0) != nil }),
        at == 0 || at >= words.count - 2
      {
        seconds = Self.seconds(words[at])
        words = at == 0 ? Array(words.dropFirst()) : Array(words.prefix(at))
      }
      if title == nil, words.count >= 2 {
        title = CaptionCredit(splitting: words.joined(separator: " ")).caption
      }
    }
    guard let seconds, let title, title.utf8.count <= Self.longestTitle else { return nil }
    return (title, seconds)
  }

  /// "02:14", "1:02:45"; `nil` for anything else.
  static func seconds(_ word: String) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].utf8.count) else {
      return nil
    }
    var total = 0
    for (index, part) in parts.enumerated() {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part),
        index == 0 || (part.utf8.count == 2 && number < 60)
      else { return nil }
      total = total * 60 + number
    }
    return total > 0 ? total : nil
  }

  private func saysVideo(_ entry: Int) -> Bool {
    let node = HTMLTree.NodeID(Int(outline.entries[entry].node))
    return [HTMLName.class, .href, .id].contains { name in
      tree.withAttribute(node, name) { value in
        guard let value else { return false }
        return Self.holdsVideo(value)
      }
    }
  }

  private static func holdsVideo(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let word: [UInt8] = Array("video".utf8)
    guard value.count >= word.count else { return false }
    return (0...(value.count - word.count)).contains { start in
      (0..<word.count).allSatisfy { value[start + $0] | 0x20 == word[$0] }
    }
  }
}
