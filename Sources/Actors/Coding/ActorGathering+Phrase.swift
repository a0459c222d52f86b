internal import Language
internal import Records
internal import Syntax

/// A text that is one phrase.
extension ActorGathering {
  /// The first actor is the one the phrase as a whole stands for.
  mutating func settlePhrase() {
    let words = (0..<tree.count).filter { !tree.doc.isSpace($0) }
    guard let first = words.first, let last = words.last else { return }
    let phrase = first..<last + 1
    let head = phraseHead(phrase)
    let coding = coder.code(phrase, head: head)
    if let index = draftAtHead[head] {
      if drafts[index].isUncoded || coding.country != nil && drafts[index].country == nil {
        drafts[index].codings.insert(coding, at: 0)
      }
      if drafts[index].sector == nil, drafts[index].mentions.first?.tokens != phrase {
        drafts[index].codings.insert(coding, at: 0)
      }
      let draft = drafts.remove(at: index)
      drafts.insert(draft, at: 0)
      return
    }
    let known = HolderStanding(
      HolderTable.standard.holdings(of: PersonName(phrase, in: tree.doc)),
      on: published?.dayText, rule: "table")
    guard coding.country != nil || coding.sector != nil || known != nil else { return }
    var draft = ActorDraft(
      kind: known == nil ? .group : .person, name: tree.doc.text(phrase), rule: "phrase")
    draft.mentions = [.init(tokens: phrase, head: head, form: .nominal)]
    draft.codings = [coding]
    draft.known = (known?.holding.country, known?.sector)
    drafts.insert(draft, at: 0)
  }

  /// The last noun before the first preposition, whatever the parser made of the fragment.
  private func phraseHead(_ phrase: Range<Int>) -> Int {
    var head: Int?
    var token = phrase.lowerBound
    while token < phrase.upperBound {
      if let match = coder.scan.match(at: token),
        match.meanings.contains(where: { $0.kind.isName || $0.kind.isHead })
      {
        head = match.tokens.upperBound - 1
        token = match.tokens.upperBound
        continue
      }
      let tag = tree.tag(token)
      if head != nil, tag == .inPreposition || tag == .to || tag == .comma { break }
      if tag.isNoun { head = token }
      token += 1
    }
    return head ?? phrase.lowerBound
  }
}
