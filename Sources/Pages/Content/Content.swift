package import Records

/// The article's own part of a page, furniture left out: what extraction hands to the reader.
package struct Content: Sendable {
  package var kind: PageKind = .article
  /// The element that holds the article's text.
  package var root: HTMLTree.NodeID?
  /// The headline's element.
  package var headline: HTMLTree.NodeID?
  package var lead: String?
  /// Where the lead came from, for the provenance.
  package var leadSource: String?
  package var blocks: [Block] = []
  package var images: [Image] = []
  package var videos: [Recording] = []
  package var audios: [Recording] = []
  /// Lines of the article left out of the body because they name its makers ("msh/ab (AFP,
  /// Reuters)", "By Ana Lind"): for authors and agencies.
  package var signatures: [String] = []

  package init() {}
}
