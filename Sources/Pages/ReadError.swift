/// Why a page cannot be read.
package enum ReadError: Error, Sendable, Hashable {
  case empty
  case tooLarge(bytes: Int, limit: Int)
  /// A file that is no page; the name of what it is ("PDF", "JPEG image", "gzip data").
  case notAPage(String)
}

extension ReadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "the page is empty"
    case .tooLarge(let bytes, let limit):
      "the page has \(bytes) bytes, more than the limit of \(limit) (--max-bytes sets it)"
    case .notAPage(let what): "this is \(what), not a page of HTML or text"
    }
  }
}
