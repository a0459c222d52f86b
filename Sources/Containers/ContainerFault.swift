/// What is wrong with a data file.
package enum ContainerFault: Error, Sendable, Hashable {
  /// The system's words.
  case unreadable(String)
  /// The file is something else.
  case foreign
  case otherVersion(found: Int, wanted: Int)
  case truncated
  /// The bytes are not those that were written.
  case damaged
}
