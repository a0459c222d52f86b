internal import Containers

/// Why the language model cannot be used, and what mends it.
package struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// No model at any of the places that were looked at.
    case missing(places: [String])
    /// The system's words.
    case unreadable(String)
    /// The file is something else.
    case foreign
    case otherVersion(found: Int, wanted: Int)
    case truncated
    /// The bytes are not those that were written.
    case damaged
    /// The published model's files are not as this program knows them; what is wrong.
    case notUnderstood(String)
  }

  package var path: String
  package var reason: Reason

  /// The command that installs the model anew.
  package static let remedy = "make model"

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(path: String, fault: ContainerFault) {
    let reason: Reason =
      switch fault {
      case .unreadable(let words): .unreadable(words)
      case .foreign: .foreign
      case .otherVersion(let found, let wanted): .otherVersion(found: found, wanted: wanted)
      case .truncated: .truncated
      case .damaged: .damaged
      }
    self.init(path: path, reason: reason)
  }

  package var description: String {
    let what =
      switch reason {
      case .missing(let places):
        "there is no language model (looked at \(places.joined(separator: ", ")))"
      case .unreadable(let words): "the language model \(path) cannot be read: \(words)"
      case .foreign: "\(path) is not a language model of this program"
      case .otherVersion(let found, let wanted):
        "the language model \(path) has format version \(found), this program reads \(wanted)"
      case .truncated: "the language model \(path) is cut off"
      case .damaged: "the language model \(path) is damaged: its checksum is wrong"
      case .notUnderstood(let detail): "the published model in \(path) is not understood: \(detail)"
      }
    return "\(what); `\(ModelError.remedy)` installs it"
  }
}
