/// What went wrong with an archive, with what a person needs to act.
package enum ArchiveError: Error, Sendable, Hashable {
  case cannotOpen(path: String, reason: String)
}
