internal import CCrypto
package import Records

extension Digest {
  /// SHA-256 (FIPS 180-4) by OpenSSL, which uses the processor's own instructions.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes(Digest.init(of:))
  }

  package init(of text: String) {
    var text = text
    self = text.withUTF8 { Digest(of: UnsafeRawBufferPointer($0)) }
  }

  private init(of bytes: UnsafeRawBufferPointer) {
    let digest = [UInt8](unsafeUninitializedCapacity: Digest.byteCount) { buffer, count in
      // Fails only where the library has no SHA-256 at all; the digest is then no digest.
      count = dateline_sha256(bytes.baseAddress, bytes.count, buffer.baseAddress) == 1 ? 32 : 0
    }
    guard let made = Digest(bytes: digest) else { fatalError("libcrypto has no SHA-256") }
    self = made
  }
}
