/// The line under a picture, taken apart: what it says, and who made or supplied the picture.
///
/// Credits are known by a mark ("Foto: dpa", "Photo by Ana Lind", "© AP", also where it is glued
/// to the word before it), by brackets or a bar at the end that hold an agency ("(AFP / Ana
/// Lind)"), or by a line that is nothing but an agency's credit.
package struct CaptionCredit: Sendable, Hashable {
  package var caption: String?
  package var credit: String?

  package init(caption: String? = nil, credit: String? = nil) {
    self.caption = caption
    self.credit = credit
  }

  /// Takes a caption's text apart.
  package init(splitting text: String) {
    let bytes = CaptionSplitter.joined(text.utf8)
    var splitter = CaptionSplitter(bytes: bytes)
    self = splitter.split()
  }

  /// A credit that stands alone, in an element or field of its own, without its mark.
  package static func credit(from text: String) -> String? {
    let bytes = CaptionSplitter.joined(text.utf8)
    let splitter = CaptionSplitter(bytes: bytes)
    return splitter.credit(0..<bytes.count)
  }
}
