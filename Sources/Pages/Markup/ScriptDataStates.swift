/// Script data states, whose escapes decide where a script ends.
extension HTMLTokenizer {
  /// "Script data state" and all states whose names begin so.
  mutating func scriptDataState() -> Bool {
    let start = position
    var index = start
    while true {
      // No dash matters outside an escape; looking for "<" twice costs nothing.
      let dash: UInt8 = scriptEscape == .none ? 0x3C : 0x2D
      index = ByteScan.first(0x3C, dash, 0x00, in: input, from: index)
      guard index < input.count else {
        position = index
        return emitCharacters(start, index) || emitEndOfFile()
      }
      switch codeUnit(at: index) {
      case "<":
        if scriptEscape != .doubleEscaped, isAppropriateEndTag(at: index) {
          position = index + 1
          state = .tagOpen
          return emitCharacters(start, index)
        }
        index = scriptDataLessThanSign(at: index)
      case "-":
        index = scriptDataDash(at: index)
      default:
        return nullInRawText(start, index)
      }
    }
  }

  /// "Script data (escaped, double escaped) less-than sign state" for what ends no script. Returns
  /// where to go on.
  private mutating func scriptDataLessThanSign(at index: Int) -> Int {
    switch scriptEscape {
    case .none:
      let isEscape =
        codeUnit(at: index + 1) == "!" && codeUnit(at: index + 2) == "-"
        && codeUnit(at: index + 3) == "-"
      guard isEscape else { return index + 1 }
      scriptEscape = .escaped
      return index + 2
    case .escaped:
      if isName(.script, at: index + 1) { scriptEscape = .doubleEscaped }
    case .doubleEscaped:
      if codeUnit(at: index + 1) == "/", isName(.script, at: index + 2) { scriptEscape = .escaped }
    }
    return index + 1
  }

  /// "Script data (double) escaped dash dash state": `-->` ends the escape.
  private mutating func scriptDataDash(at index: Int) -> Int {
    guard codeUnit(at: index + 1) == "-", codeUnit(at: index + 2) == ">" else { return index + 1 }
    scriptEscape = .none
    return index + 3
  }
}
