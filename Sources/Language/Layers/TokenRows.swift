/// The rows that the networks see: the tokens of several texts one after the other, four rows of
/// zeros before, between and after.
///
/// Four are enough for all: each convolution looks one row to either side, so after four of them
/// no token has seen a token of another text, and the rows between hold what padding would.
struct TokenRows {
  static let padding = 4

  /// Twice the lexeme's number, plus 1 if a space follows; -1 for padding.
  private(set) var keys: [Int32] = []
  /// Row of each text's first token.
  private(set) var firstRows: [Int] = []

  var count: Int { keys.count }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    firstRows.removeAll(keepingCapacity: true)
    pad()
  }

  /// Adds the tokens of a text.
  mutating func append(_ tokens: TokenColumns, _ range: Range<Int>) {
    firstRows.append(keys.count)
    for i in range { keys.append(tokens.lexemes[i] * 2 + (tokens.spaces[i] ? 1 : 0)) }
    pad()
  }

  private mutating func pad() {
    for _ in 0..<TokenRows.padding { keys.append(-1) }
  }
}
