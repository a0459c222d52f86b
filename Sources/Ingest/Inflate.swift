internal import CZlib

/// Unpacking gzip data (RFC 1952), never beyond a limit.
package enum Inflate {
  /// Why data cannot be unpacked.
  package enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case damaged
    case tooLarge(limit: Int)

    package var description: String {
      switch self {
      case .damaged: "the gzip data is damaged or cut off"
      case .tooLarge(let limit):
        "unpacked it has more bytes than the limit of \(limit) (--max-bytes sets it)"
      }
    }
  }

  private static let chunk = 1 << 16

  /// Unpacks all members of a gzip file; what they hold follows one another.
  package static func gzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, 16 for gzip's header and trailer alone.
    let version = ZLIB_VERSION
    guard inflateInit2_(&stream, 15 + 16, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    var input = bytes
    let outcome: Result<[UInt8], Failure> = input.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(clamping: buffer.count)
      return inflateAll(&stream, limit: limit)
    }
    return try outcome.get()
  }

  private static func inflateAll(_ stream: inout z_stream, limit: Int) -> Result<[UInt8], Failure> {
    var out: [UInt8] = []
    while true {
      var code = Z_OK
      let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(chunk)
        code = inflate(&stream, Z_NO_FLUSH)
        count = chunk - Int(stream.avail_out)
      }
      out.append(contentsOf: piece)
      guard out.count <= limit else { return .failure(.tooLarge(limit: limit)) }
      if code == Z_STREAM_END {
        // Another member may follow; what else follows (padding) is passed over, as gzip does.
        guard stream.avail_in > 0, stream.next_in?.pointee == 0x1F else { return .success(out) }
        code = inflateReset(&stream)
      }
      guard code == Z_OK, stream.avail_in > 0 || !piece.isEmpty else { return .failure(.damaged) }
    }
  }
}
