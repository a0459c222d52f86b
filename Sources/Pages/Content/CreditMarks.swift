import CTables

/// The words by which a caption's credit is known (`credit-marks.tsv`), found in folded text.
struct CreditMarks: Sendable {
  enum Form: UInt8, Sendable {
    /// Needs a colon, slash or equals sign behind it.
    case label
    /// Stands before the name as it is.
    case word
    /// A supplier of pictures.
    case agency
  }

  static let table = CreditMarks(DataTable(dateline_table_credit_marks()))

  private struct Mark {
    var form: Form
    var bytes: Range<Int>
    var next: Int32
  }

  private var text: [UInt8] = []
  private var marks: [Mark] = []
  /// The first mark that starts with a byte.
  private var heads = [Int32](repeating: -1, count: 256)

  init(_ table: DataTable) {
    for row in table.rows where row.count == 3 {
      let form: Form =
        switch row.string(0) {
        case "label": .label
        case "word": .word
        default: .agency
        }
      let start = text.count
      text.append(contentsOf: row.bytes(2))
      guard text.count > start else { continue }
      let first = Int(text[start])
      marks.append(Mark(form: form, bytes: start..<text.count, next: heads[first]))
      heads[first] = Int32(marks.count - 1)
    }
  }

  /// The length of the longest mark of a form that starts at `at` and ends with a word.
  func length(of form: Form, in folded: ArraySlice<UInt8>, at: Int) -> Int? {
    var best: Int?
    var next = heads[Int(folded[at])]
    while next >= 0 {
      let mark = marks[Int(next)]
      next = mark.next
      let end = at + mark.bytes.count
      guard mark.form == form, end <= folded.endIndex, mark.bytes.count > best ?? 0,
        text[mark.bytes].elementsEqual(folded[at..<end]),
        end == folded.endIndex || !folded[end].isWordByte || !folded[end - 1].isWordByte
          || folded[end] >= 0xC2 && !(0xC3...0xD9).contains(folded[end])
      else { continue }
      best = mark.bytes.count
    }
    return best
  }

  /// Whether an agency is named anywhere in the text, as a word of its own.
  func namesAgency(_ folded: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for at in folded.indices {
      if !previous.isWordByte || folded[at] >= 0xE3, length(of: .agency, in: folded, at: at) != nil
      {
        return true
      }
      previous = folded[at]
    }
    return false
  }
}
