/// Who wrote the article: bylines near the headline and at the end, and agencies in the sign-off.
struct ScrapeMakers {
  private(set) var authors: [String] = []
  private(set) var agencies: [String] = []
  /// The line the names were read from.
  private(set) var source: Int?
  private(set) var agencySource: Int?
  /// All lines that name makers: no part of the text.
  private(set) var lines: Set<Int> = []

  private let page: ScrapePage
  private let classes: [LineClass]
  private let body: ClosedRange<Int>

  /// Lines above the headline, below the first paragraph and below the last that are looked at.
  private static let reach = (above: 4, below: 5, end: 8)

  init(page: ScrapePage, classes: [LineClass], body: ClosedRange<Int>) {
    self.page = page
    self.classes = classes
    self.body = body
    readAnnounced()
    if authors.isEmpty { readUnannounced() }
    readSignOff()
  }

  private var top: Int { page.headline?.index ?? body.lowerBound }

  private var header: Range<Int> {
    let start = max(0, min(top, body.lowerBound) - Self.reach.above)
    return start..<min(page.lines.count, max(top, body.lowerBound) + Self.reach.below + 1)
  }

  private var end: Range<Int> {
    let start = min(body.upperBound + 1, page.lines.count)
    return start..<min(page.lines.count, start + Self.reach.end)
  }

  private func isOpen(_ index: Int) -> Bool {
    classes[index] != .text && classes[index] != .caption && page.lines[index].shape.width <= 160
      && page.lines[index].headingLevel != 1 && index != page.headline?.index
  }

  // MARK: "By Ana Lind"

  private mutating func readAnnounced() {
    for index in Array(header) + Array(end) where isOpen(index) {
      let text = MakersLine.spelledOut(page.lines[index])
      guard PersonNames.isAnnounced(text) || isLead(text), !isPicture(index) else { continue }
      if add(PersonNames.names(in: text, trust: .line), from: index) { return }
      // The word alone: the names stand in the next lines.
      if isLead(text), readNames(after: index) { return }
    }
  }

  /// A caption with its credit ("Seen from the sea. Photo: Ana Lind").
  private func isPicture(_ index: Int) -> Bool {
    let split = CaptionCredit(splitting: page.lines[index].text)
    return split.credit != nil && split.caption != nil
  }

  private mutating func readNames(after index: Int) -> Bool {
    var found = false
    for next in (index + 1)..<min(index + 9, page.lines.count) where isOpen(next) {
      guard isNameLike(next), add(names(next), from: next) else { break }
      found = true
    }
    return found
  }

  /// Names in all parts of the line ("Ana Lind | Oskar Wren").
  private func names(_ index: Int) -> [String] {
    let text = MakersLine.spelledOut(page.lines[index])
    var names: [String] = []
    for part in text.split(separator: "|").prefix(8) {
      let found = PersonNames.names(in: String(part), trust: .labelled)
      if found.isEmpty { break }
      names += found
    }
    return names.filter { $0.contains(" ") || Agencies.isAgency($0) }
  }

  /// "By" and nothing else.
  private func isLead(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == ":" }.map(String.init)
    return !words.isEmpty && BylineWords.table.leadLength(words[...]) == words.count
  }

  // MARK: Names alone

  /// A line of nothing but names, perhaps with a date, near a date or right below headline or lead.
  private mutating func readUnannounced() {
    for index in header where index > top && index <= body.lowerBound + 3 && isOpen(index) {
      guard standsLikeByline(index) else { continue }
      if addUnannounced(index) { return }
    }
    // Some sign below the text.
    for index in end.prefix(2) where isOpen(index) && isNameLike(index) && standsAlone(index) {
      if addUnannounced(index) { return }
    }
  }

  private mutating func addUnannounced(_ index: Int) -> Bool {
    let found = names(index).filter { !isShouted($0) }
    guard !found.isEmpty, covers(found, index), add(found, from: index) else { return false }
    var next = index + 1
    while next < page.lines.count, isOpen(next), page.lines[next].blanksBefore == 0,
      isNameLike(next), standsLikeByline(next), add(names(next), from: next)
    {
      next += 1
    }
    return true
  }

  /// No line of a list or menu.
  private func standsAlone(_ index: Int) -> Bool {
    let line = page.lines[index]
    let shares = page.vocabulary.shared(index)
    return !line.isItem && line.headingLevel == nil && line.blanksBefore > 0
      && shares.shared * 2 <= shares.of && (2...8).contains(line.shape.words)
  }

  /// "WEST END FINAL" is no name.
  private func isShouted(_ name: String) -> Bool { !name.contains { $0.isLowercase } }

  /// Beside the names the line says nothing but a date or an age ("7 hours").
  private func covers(_ names: [String], _ index: Int) -> Bool {
    let line = page.lines[index]
    let said = names.reduce(0) { $0 + $1.split(separator: " ").count }
    if line.shape.digits > 0 {
      return said * 4 >= line.shape.words || names.first.map { line.text.hasPrefix($0) } ?? false
    }
    return said * 3 >= line.shape.words * 2
  }

  private func isNameLike(_ index: Int) -> Bool {
    let line = page.lines[index]
    let shape = line.shape
    return (1...9).contains(shape.words) && shape.capitalised * 3 >= shape.words * 2
      && shape.digits == 0 && !shape.endsSentence && line.headingLevel != 1
      && page.phrases[index].map({ $0.extent > .label }) ?? true
  }

  /// Makers are seldom named in their text; who is, is in a picture.
  private func standsLikeByline(_ index: Int) -> Bool {
    let line = page.lines[index]
    let shares = page.vocabulary.shared(index)
    guard line.shape.width <= 100, line.shape.capitalised >= 2, line.headingLevel == nil,
      !line.shape.endsSentence, shares.shared * 2 <= shares.of || line.shape.digits > 0,
      page.phrases[index].map({ $0.extent > .label }) ?? true
    else { return false }
    let next = index + 1 < page.lines.count ? page.lines[index + 1] : nil
    if let next, next.isItem != line.isItem, next.isItem, next.shape.words >= 5 { return false }
    if let next, next.blanksBefore == 0, classes[index + 1] == .caption, shares.shared > 0 {
      return false
    }
    let near = max(0, index - 2)...min(page.lines.count - 1, index + 2)
    if near.contains(where: { LineFacts.isDateLine(page.lines[$0]) }) { return true }
    return index <= top + 6 && !line.isItem
  }

  private mutating func add(_ names: [String], from index: Int) -> Bool {
    guard !names.isEmpty else { return false }
    for name in names {
      if Agencies.isAgency(name) {
        addAgencies(in: name, from: index)
      } else if !authors.contains(name), authors.count < 12 {
        authors.append(name)
      }
    }
    if source == nil, !authors.isEmpty { source = index }
    lines.insert(index)
    return true
  }

  // MARK: "ln/ow (AFP, Reuters)"

  private mutating func readSignOff() {
    for index in end where isOpen(index) {
      let line = page.lines[index]
      if line.headingLevel != nil || (page.phrases[index].map { $0.extent <= .label } ?? false) {
        break
      }
      guard line.shape.words <= 10, line.shape.width <= 90, !line.isItem, line.headingLevel == nil,
        CaptionCredit(splitting: line.text).caption == nil || line.text.contains("(")
          || line.text.contains("/")
      else { continue }
      if addAgencies(in: line.text, from: index) { lines.insert(index) }
    }
    readDateline()
  }

  /// "PORT HALLOW (NPA) - Two ministers ...": agencies in brackets before the first sentence.
  private mutating func readDateline() {
    let text = page.lines[body.lowerBound].text
    let head = text.utf8.prefix(80)
    guard let open = head.firstIndex(of: 0x28), let close = head.firstIndex(of: 0x29), open < close
    else { return }
    let before = text[..<open]
    guard before.allSatisfy({ !$0.isLowercase }) || before.split(separator: " ").count <= 3 else {
      return
    }
    addAgencies(in: String(text[text.utf8.index(after: open)..<close]), from: body.lowerBound)
  }

  @discardableResult
  private mutating func addAgencies(in text: String, from index: Int) -> Bool {
    let names = Agencies.names(in: text)
    for name in names where !agencies.contains(name) { agencies.append(name) }
    if agencySource == nil, !names.isEmpty { agencySource = index }
    return !names.isEmpty
  }
}
