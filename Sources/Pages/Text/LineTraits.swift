/// Says what holds of each line of a page: the model's input.
struct LineTraits {
  let page: ScrapePage

  /// Traits of the lines by themselves.
  func own() -> [[LineTrait]] {
    page.lines.indices.map { own($0) }
  }

  func own(_ index: Int) -> [LineTrait] {
    let line = page.lines[index]
    var traits: [LineTrait] = [width(line.shape.width), words(line.shape.words), ending(line)]
    addManner(line, to: &traits)
    addMarks(line, to: &traits)
    addMakeup(line, to: &traits)
    if page.repeats[index].index > 0 { traits.append(.repeatedEarlier) }
    if page.repeats[index].index + 1 < page.repeats[index].count { traits.append(.repeatedLater) }
    addPhrase(page.phrases[index], to: &traits)
    addCredit(line, to: &traits)
    if page.isProse[index] { traits.append(.prose) }
    if index > 0, Self.starts(page.lines[index].text, with: page.lines[index - 1].text) {
      traits.append(.extendsPrevious)
    }
    if index + 1 < page.lines.count,
      Self.starts(page.lines[index + 1].text, with: page.lines[index].text)
    {
      traits.append(.startsNext)
    }
    return traits
  }

  private static func starts(_ text: String, with start: String) -> Bool {
    start.utf8.count >= 16 && text.utf8.starts(with: start.utf8)
  }

  private func width(_ width: Int) -> LineTrait {
    switch width {
    case ...10: .width10
    case ...20: .width20
    case ...35: .width35
    case ...50: .width50
    case ...70: .width70
    case ...100: .width100
    case ...150: .width150
    case ...250: .width250
    case ...400: .width400
    default: .widthMore
    }
  }

  private func words(_ words: Int) -> LineTrait {
    switch words {
    case ...1: .words1
    case ...3: .words3
    case ...7: .words7
    case ...14: .words14
    default: .wordsMore
    }
  }

  private func ending(_ line: ScrapeLine) -> LineTrait {
    switch line.shape.ending {
    case .none: .endsNone
    case .stop: .endsStop
    case .question: .endsQuestion
    case .colon: .endsColon
    case .comma: .endsComma
    case .ellipsis: .endsEllipsis
    }
  }

  private func addManner(_ line: ScrapeLine, to traits: inout [LineTrait]) {
    let shape = line.shape
    if shape.endsQuote { traits.append(.endsQuote) }
    if shape.startsQuote { traits.append(.startsQuote) }
    if shape.startsSmall { traits.append(.startsSmall) }
    if line.text.utf8.first == UInt8(ascii: "("), line.text.utf8.last == UInt8(ascii: ")") {
      traits.append(.bracketed)
    }
    if shape.sentences >= 2 { traits.append(.sentences2) }
    if shape.sentences >= 4 { traits.append(.sentences4) }
    if shape.commas >= 2 { traits.append(.commas2) }
  }

  private func addMarks(_ line: ScrapeLine, to traits: inout [LineTrait]) {
    switch line.mark {
    case .plain: break
    case .heading(1): traits.append(.heading1)
    case .heading(2): traits.append(.heading2)
    case .heading(3): traits.append(.heading3)
    case .heading: traits.append(.heading4)
    case .bullet: traits.append(.bullet)
    case .number: traits.append(.number)
    case .quote: traits.append(.quote)
    case .row: traits.append(.row)
    case .rule: traits.append(.rule)
    }
    if line.indent >= 4 { traits.append(.nested) }
    if line.isInList { traits.append(.inList) }
    if line.blanksBefore == 0, line.number > 1 { traits.append(.attached) }
    if line.blanksBefore >= 2 { traits.append(.gap) }
  }

  private func addMakeup(_ line: ScrapeLine, to traits: inout [LineTrait]) {
    let shape = line.shape
    if shape.digits > 0 { traits.append(.hasDigits) }
    if shape.digits * 3 > shape.letters { traits.append(.manyDigits) }
    if shape.letters == 0 { traits.append(.noLetters) }
    if shape.words >= 2, shape.capitalised * 10 >= shape.words * 8 {
      traits.append(.mostlyCapitals)
    }
    if shape.words >= 4, shape.capitalised * 10 <= shape.words * 3 { traits.append(.fewCapitals) }
    if shape.glued >= 1 { traits.append(.glued1) }
    if shape.glued >= 3 { traits.append(.glued3) }
    if shape.separators >= 1 { traits.append(.separators1) }
    if shape.separators >= 3 { traits.append(.separators3) }
    guard shape.width <= 160 else { return }
    if LineFacts.isDateLine(line) { traits.append(.date) }
    if LineFacts.hasClock(line) { traits.append(.clock) }
    if LineFacts.isByline(line) { traits.append(.byline) }
    if LineFacts.hasAddress(line) { traits.append(.address) }
  }

  private func addPhrase(_ match: FurniturePhrases.Match?, to traits: inout [LineTrait]) {
    guard let match else { return }
    let trait =
      match.extent == .inside
      ? LineTrait(weak: match.kind) : LineTrait(strong: match.kind)
    if let trait { traits.append(trait) }
  }

  private func addCredit(_ line: ScrapeLine, to traits: inout [LineTrait]) {
    guard line.shape.width <= 500, line.headingLevel == nil, line.mark != .rule else { return }
    let split = CaptionCredit(splitting: line.text)
    guard split.credit != nil else { return }
    traits.append(split.caption == nil ? .creditOnly : .captionWithCredit)
  }
}
