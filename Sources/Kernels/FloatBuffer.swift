#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Floats on a 64-byte boundary, owned: the scratch space of the networks.
///
/// The system's zero pages are taken as they are: what is never used takes no memory. Not
/// `Sendable`: one worker writes it.
package final class FloatBuffer {
  package let floats: UnsafeMutablePointer<Float>
  package let count: Int
  private let memory: UnsafeMutableRawPointer

  /// All zero. Without memory the program ends, as with any Swift allocation.
  package init(count: Int) {
    guard let memory = calloc(count * 4 + FloatBuffer.alignment, 1) else {
      preconditionFailure("no memory for \(count) floats")
    }
    self.memory = memory
    floats = memory.alignedUp(toMultipleOf: FloatBuffer.alignment)
      .assumingMemoryBound(to: Float.self)
    self.count = count
  }

  deinit { free(memory) }

  private static let alignment = 64
}
