/// A run of letters, a run of digits, or one mark: what the rules of times are written in.
///
/// Finer than the tokens of the parse ("mid-November" is three), so that rules depend neither on
/// how a tokenizer treats hyphens nor on there being a parse at all.
struct TimeToken: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case word
    case number
    case mark
  }

  /// UTF-8 bytes of the text.
  var range: Range<Int>
  var form: Form
  /// The word in the rulebook's vocabulary, 0 where it is none of it.
  var word = 0
  /// Of a number, at most nine digits of it.
  var number = 0
  /// How many digits there are.
  var digits = 0
  /// Nothing stands between this and the token before.
  var isGlued = false
  /// Number of its line, from 0.
  var line = 0
  /// The first on its line.
  var opensLine = false
  var isCapital = false
  var isAllCapitals = false
  /// Begins with a capital and goes on without.
  var isTitled: Bool { isCapital && !isAllCapitals && range.count > 1 }
  /// The first behind an empty line.
  var opensParagraph = false
  /// Index of the sentence.
  var sentence = 0
  /// Index of the parse's token that holds this one, where there is a parse.
  var parsed: Int?
}
