internal import Records

/// The columns of a pointer, alike in `items` and `corrections`.
enum PointerColumns {
  static let count: Int32 = 6

  /// The columns, of a table called `name`.
  static func sql(_ name: String) -> String {
    ["start", "\"end\"", "text_sha256", "exact", "prefix", "suffix"].map { name + "." + $0 }
      .joined(separator: ", ")
  }

  /// Reads them from the row's beginning; `nil` where the hash is none.
  static func pointer(_ row: Statement) -> Pointer? {
    Digest(bytes: row.blob(2)).map { hash in
      Pointer(
        start: row.int(0), end: row.int(1), textHash: hash, exact: row.text(3),
        prefix: row.text(4), suffix: row.text(5))
    }
  }

  /// The values in the same order.
  static func bindings(_ pointer: Pointer) -> [Binding] {
    [
      .int(pointer.start), .int(pointer.end), .blob(pointer.textHash.bytes), .text(pointer.exact),
      .text(pointer.prefix), .text(pointer.suffix),
    ]
  }
}
