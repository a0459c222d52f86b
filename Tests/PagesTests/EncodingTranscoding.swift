#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes test bytes: text in an encoding, by iconv.
enum Transcoding {
  static func bytes(_ text: String, in name: String) -> [UInt8] {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else {
      return []
    }
    defer { iconv_close(converter) }
    var source = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: source.count * 4 + 16)
    let room = source.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { output -> Int in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        var room = output.count
        _ = iconv(converter, &from, &left, &to, &room)
        _ = iconv(converter, nil, nil, &to, &room)
        return room
      }
    }
    return Array(output.dropLast(room))
  }
}
