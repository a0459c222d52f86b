package import Containers

/// Why the gazetteer cannot be used, and what mends it.
package struct GazetteerError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// No gazetteer at any of the places that were looked at.
    case missing(places: [String])
    case fault(ContainerFault)
    /// A line of the rows it is compiled from is not understood.
    case row(Int)
  }

  package var path: String
  package var reason: Reason

  /// The command that installs the gazetteer anew.
  package static let remedy = "make gazetteer"

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// A file that cannot be read, in the system's words.
  package init(path: String, words: String) {
    self.init(path: path, reason: .fault(.unreadable(words)))
  }

  package var description: String {
    let what =
      switch reason {
      case .missing(let places):
        "there is no gazetteer (looked at \(places.joined(separator: ", ")))"
      case .row(let line): "line \(line) of \(path) is no row of a gazetteer"
      case .fault(.unreadable(let words)): "the gazetteer \(path) cannot be read: \(words)"
      case .fault(.foreign): "\(path) is not a gazetteer of this program"
      case .fault(.otherVersion(let found, let wanted)):
        "the gazetteer \(path) has format version \(found), this program reads \(wanted)"
      case .fault(.truncated): "the gazetteer \(path) is cut off"
      case .fault(.damaged): "the gazetteer \(path) is damaged: its checksum is wrong"
      }
    return "\(what); `\(GazetteerError.remedy)` installs it"
  }
}
