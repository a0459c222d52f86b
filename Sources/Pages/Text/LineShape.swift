/// What can be counted in a line without knowing its language.
struct LineShape: Sendable, Hashable {
  /// Columns on the page: wide characters (ideographs, kana, hangul) count two.
  var width = 0
  /// Words between blanks; in scripts without blanks two ideographs or five letters to a word.
  var words = 0
  var letters = 0
  var digits = 0
  /// Words that start with a capital.
  var capitalised = 0
  /// Small letters that a capital follows within a word: "PoliticsJapan".
  var glued = 0
  /// Full stops, question and exclamation marks that end a sentence, the last one included.
  var sentences = 0
  var commas = 0
  /// Characters of scripts written without blanks.
  var unspaced = 0
  var ending: Ending = .none
  var startsSmall = false
  var startsQuote = false
  var endsQuote = false
  /// Bars, slashes, middle dots and arrows between words: menus and breadcrumbs.
  var separators = 0

  enum Ending: UInt8, Sendable, Hashable { case none, stop, question, colon, comma, ellipsis }

  var endsSentence: Bool { ending == .stop || ending == .question || ending == .ellipsis }

  init() {}

  init(_ utf8: [UInt8]) {
    let text = String(decoding: utf8, as: UTF8.self)
    var counter = Counter()
    for scalar in text.unicodeScalars { counter.take(scalar) }
    self = counter.finished()
  }
}

extension LineShape {
  /// Goes over the scalars once.
  private struct Counter {
    var shape = LineShape()
    var thai = 0
    var ideographs = 0
    var isInWord = false
    var previousIsSmall = false
    var isFirst = true
    var pendingStop = false
    var endsQuote = false
    var ending = Ending.none

    mutating func take(_ scalar: Unicode.Scalar) {
      let value = scalar.value
      if value == 0x20 {
        shape.width += 1
        endWord()
        return
      }
      let kind = CharacterKind(scalar)
      shape.width += kind == .ideograph || kind == .hangul || kind == .wide ? 2 : 1
      switch kind {
      case .small, .capital, .letter, .ideograph, .hangul, .unspaced, .digit:
        takeWordCharacter(kind)
      case .stop, .question, .colon, .comma, .ellipsis: takePunctuation(kind, value)
      case .quote:
        if isFirst { shape.startsQuote = true }
        endsQuote = true
      case .closing: break
      case .separator:
        shape.separators += 1
        reset()
      case .mark: break
      case .other, .wide: reset()
      }
      if kind != .quote, kind != .closing, kind != .mark { endsQuote = false }
      if kind != .small { previousIsSmall = false }
      isFirst = false
    }

    private mutating func reset() {
      ending = .none
      pendingStop = false
    }

    private mutating func takeWordCharacter(_ kind: CharacterKind) {
      if pendingStop { pendingStop = false }
      ending = .none
      if kind == .digit { shape.digits += 1 } else { shape.letters += 1 }
      if kind == .ideograph { ideographs += 1 }
      if kind == .unspaced { thai += 1 }
      if !isInWord {
        if kind != .ideograph, kind != .unspaced { shape.words += 1 }
        if kind == .capital { shape.capitalised += 1 }
        if isFirst || shape.letters + shape.digits == 1 { shape.startsSmall = kind == .small }
      } else if kind == .capital, previousIsSmall {
        shape.glued += 1
      }
      isInWord = true
      if kind == .small { previousIsSmall = true }
    }

    private mutating func takePunctuation(_ kind: CharacterKind, _ value: UInt32) {
      switch kind {
      case .stop, .question:
        ending = kind == .stop ? .stop : .question
        // A stop of the scripts without blanks ends a sentence where it stands.
        if value >= 0x0900 { shape.sentences += 1 } else { pendingStop = true }
      case .colon: ending = .colon
      case .comma:
        ending = .comma
        shape.commas += 1
      default: ending = .ellipsis
      }
      isInWord = false
    }

    private mutating func endWord() {
      isInWord = false
      previousIsSmall = false
      if pendingStop {
        shape.sentences += 1
        pendingStop = false
      }
    }

    mutating func finished() -> LineShape {
      endWord()
      shape.words += ideographs / 2 + thai / 5
      shape.unspaced = ideographs + thai
      shape.ending = ending
      shape.endsQuote = endsQuote
      return shape
    }
  }
}
