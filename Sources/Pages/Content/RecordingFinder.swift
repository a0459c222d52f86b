import Records

/// Finds videos and sound recordings of the article: media elements, frames of players, and what
/// the page declares.
struct RecordingFinder {
  let tree: HTMLTree
  let outline: Outline
  let url: String?

  /// A video or audio element's recording, or that of a frame whose address says "video", "player"
  /// or "embed".
  func recording(_ entry: Int) -> (isVideo: Bool, recording: Recording)? {
    let node = HTMLTree.NodeID(Int(outline.entries[entry].node))
    switch outline.entries[entry].tag {
    case .video: return (true, element(node))
    case .audio: return (false, element(node))
    case .iframe:
      guard let address = frameAddress(node), let isVideo = Self.plays(address) else { return nil }
      var recording = Recording(url: address)
      recording.title = tree.attribute(node, .title).map(PictureFinder.plain)
      if recording.title?.isEmpty ?? false { recording.title = nil }
      return (isVideo, recording)
    default: return nil
    }
  }

  private func element(_ node: HTMLTree.NodeID) -> Recording {
    var recording = Recording()
    var source = tree.attribute(node, .src) ?? tree.attribute(node, .dataSrc)
    for child in tree.children(node) where source == nil && tree.tag(child) == .source {
      source = tree.attribute(child, .src)
    }
    recording.url = source.flatMap { PageAddress.resolve($0, against: url) }
    recording.poster = tree.attribute(node, .poster).flatMap {
      PageAddress.resolve($0, against: url)
    }
    let title = tree.attribute(node, .title) ?? tree.attribute(node, .ariaLabel)
    recording.title = title.map(PictureFinder.plain).flatMap { $0.isEmpty ? nil : $0 }
    return recording
  }

  private func frameAddress(_ node: HTMLTree.NodeID) -> String? {
    let source = tree.attribute(node, .dataSrc) ?? tree.attribute(node, .src)
    return source.flatMap { PageAddress.resolve($0, against: url) }
  }

  /// Whether a frame shows a video (`true`), plays sound (`false`), or neither (`nil`).
  private static func plays(_ address: String) -> Bool? {
    let path = address.utf8.prefix(300)
    var folded = Array(path)
    Folding.fold(&folded)
    let text = String(decoding: folded, as: UTF8.self)
    if text.contains("audio") || text.contains("podcast") { return false }
    if text.contains("video") || text.contains("youtube") || text.contains("player") { return true }
    return nil
  }
}
