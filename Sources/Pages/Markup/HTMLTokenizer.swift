/// The tokenization stage of the WHATWG standard, over UTF-8 bytes.
///
/// States have the standard's names. A state that only leads to another on the next byte is folded
/// into the one before it, and runs of bytes that stay in one state are scanned at once; the tokens
/// are the same. Text is handed on as ranges: of the input, or of `tail` where a character
/// reference or U+0000 made other bytes than the page has.
struct HTMLTokenizer: ~Copyable {
  enum State {
    case data, rcdata, rawtext, scriptData, plaintext, tagOpen, cdataSection
  }

  enum ScriptEscape { case none, escaped, doubleEscaped }

  /// The page with CR and CRLF turned into LF; valid as long as the tokenizer is used.
  let input: UnsafeBufferPointer<UInt8>
  var position = 0
  var state: State = .data
  /// The last token, once `next` has returned.
  var token = HTMLToken()
  var names = HTMLNameTable()
  var attributes: [HTMLTree.Attribute] = []
  /// Bytes that stand behind the input's in the tree.
  var tail: [UInt8] = []
  /// The name that an end tag must have to end RCDATA, RAWTEXT or script data.
  var lastStartTag: HTMLName = .other
  /// How far script data is inside `<!--`, where `</script>` may not end it.
  var scriptEscape: ScriptEscape = .none
  /// Whether the adjusted current node is of SVG or MathML, where CDATA sections exist.
  var isInForeignContent = false
  /// By name number the last tag that had the attribute, so that a second one is seen at once.
  var attributeStamps: [Int32] = []
  var tagStamp: Int32 = 0

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    attributes.reserveCapacity(input.count / 64)
    attributeStamps = [Int32](repeating: 0, count: 512)
  }

  /// The byte at the position.
  @inline(__always) var current: CodeUnit { codeUnit(at: position) }

  @inline(__always) func codeUnit(at index: Int) -> CodeUnit {
    index < input.count ? CodeUnit(input[index]) : .endOfFile
  }

  @inline(__always) func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: input[range])
  }

  /// Where a byte appended to `tail` will stand in the tree's bytes.
  var tailEnd: Int { input.count + tail.count }

  /// A byte of the tree's bytes, which are the input and the tail.
  @inline(__always) func byte(_ index: Int) -> UInt8 {
    index < input.count ? input[index] : tail[index - input.count]
  }

  /// Switches to text that only the end tag of `element` ends.
  mutating func enterText(_ state: State, of element: HTMLName) {
    self.state = state
    lastStartTag = element
    scriptEscape = .none
  }

  /// Reads the next token into `token`.
  mutating func next() {
    while true {
      let isComplete =
        switch state {
        case .data: dataState()
        case .rcdata: rcdataState()
        case .rawtext: rawtextState()
        case .scriptData: scriptDataState()
        case .plaintext: plaintextState()
        case .tagOpen: tagOpenState()
        case .cdataSection: cdataSectionState()
        }
      if isComplete { return }
    }
  }

  mutating func emitCharacters(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    token = HTMLToken(kind: .characters, start: Int32(start), count: Int32(end - start))
    return true
  }

  mutating func emitNull() -> Bool {
    token = HTMLToken(kind: .null)
    return true
  }

  mutating func emitReplacement() -> Bool {
    let start = tailEnd
    tail.append(contentsOf: UTF8Writing.replacement)
    return emitCharacters(start, tailEnd)
  }

  mutating func emitEndOfFile() -> Bool {
    position = input.count
    token = HTMLToken(kind: .endOfFile)
    return true
  }
}
