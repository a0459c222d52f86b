/// What checking an archive found: how much was checked, and each fault.
package struct Verification: Sendable, Hashable {
  /// Something in the archive that is not as it was written, or contradicts itself.
  package struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// What is faulty: "page 12", "version 3", "search index".
    package var subject: String
    package var reason: String

    package var description: String { "\(subject): \(reason)" }
  }

  package internal(set) var pages = 0
  package internal(set) var texts = 0
  package internal(set) var pointers = 0
  package internal(set) var faults: [Fault] = []

  mutating func fault(_ subject: String, _ reason: String) {
    faults.append(Fault(subject: subject, reason: reason))
  }
}
