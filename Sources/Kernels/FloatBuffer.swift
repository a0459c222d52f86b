/// Floats on a 64-byte boundary, owned: the scratch space of the networks.
///
/// Not `Sendable`: one worker writes it.
package final class FloatBuffer {
  package let floats: UnsafeMutablePointer<Float>
  package let count: Int

  /// All zero.
  package init(count: Int) {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
    self.floats = raw.initializeMemory(as: Float.self, repeating: 0, count: max(count, 1))
    self.count = count
  }

  deinit { UnsafeMutableRawPointer(floats).deallocate() }
}
