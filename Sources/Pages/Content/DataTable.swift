package import CTables

/// A table of tab-separated values that stands in the program; lines that start with `#` are
/// comments.
package struct DataTable {
  let bytes: UnsafeBufferPointer<UInt8>

  package init(_ table: DatelineTable) {
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
  }

  package var rows: Rows { Rows(bytes: bytes) }

  package struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: [Range<Int>]

    package var count: Int { fields.count }

    package func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[fields[field]])
    }

    package func string(_ field: Int) -> String { String(decoding: bytes(field), as: UTF8.self) }
  }

  package struct Rows: Sequence, IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    package mutating func next() -> Row? {
      while at < bytes.count {
        let start = at
        var fields: [Range<Int>] = []
        var fieldStart = at
        while at < bytes.count, bytes[at] != 0x0A {
          if bytes[at] == 0x09 {
            fields.append(fieldStart..<at)
            fieldStart = at + 1
          }
          at += 1
        }
        fields.append(fieldStart..<at)
        let end = at
        at += 1
        if end > start, bytes[start] != 0x23 { return Row(bytes: bytes, fields: fields) }
      }
      return nil
    }
  }
}
