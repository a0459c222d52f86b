internal import Records
internal import Syntax

/// Goes through a text and proposes all that might be a statement, one construction after the
/// other; what to take is decided elsewhere.
struct CandidateFinder {
  let text: MarkedText
  let edges: EdgeScorer
  var trace = EdgeTrace()
  private(set) var found: [Candidate] = []

  /// How far from its cue a content may reach, tokens.
  static let reach = 250

  var tree: SyntaxTree { text.tree }

  init(_ text: MarkedText, edges: EdgeScorer, traces: Bool) {
    self.text = text
    self.edges = edges
    trace.isOn = traces
  }

  mutating func find() {
    for token in 0..<text.count {
      let tag = tree.tag(token)
      switch tag {
      case .vb, .vbd, .vbg, .vbn, .vbp, .vbz:
        switch tree.relation(token) {
        case .aux, .auxpass: break
        default:
          if text.lemma(token) == "accord" || text.lemma(token) == "according" {
            proposeAccording(token)
          } else {
            proposeVerb(token)
          }
        }
      case .nn, .nns, .nnp, .nnps:
        proposeNoun(token)
        proposeMistaken(token)
      case .inPreposition: proposeArtefact(token)
      case .rb: proposeAdverb(token)
      default: break
      }
      if text.isColon(token) { proposeColon(token) }
    }
    proposeQuotations()
  }

  // MARK: What is put forward

  mutating func propose(
    _ frame: Frame, trigger: Int, cue: Range<Int>, source: Int?, phrase given: Range<Int>? = nil,
    link: Int? = nil, head: Int, content pieces: [Range<Int>]
  ) {
    if let link, isOccasion(link, head) { return }
    if isBlow(trigger: trigger, link: link, head: head, source: source) { return }
    var content = pieces.compactMap { text.trimmed(clipped($0, to: trigger, frame)) }
    content = content.map { wholeQuotations($0, trigger: trigger) }
    content.sort { $0.lowerBound < $1.lowerBound }
    content = merged(content).filter { !$0.isEmpty }
    guard let first = content.first else { return }
    var phrase = given
    if phrase == nil, let source {
      // A source never enters what is said.
      let limit = source < first.lowerBound ? first.lowerBound : text.count
      phrase = SourcePhrase(text: text, edges: edges).range(
        source, before: source < cue.lowerBound ? min(cue.lowerBound, limit) : limit, trace: &trace)
    }
    content = without(cue, content)
    if let phrase, content.count > 1 || phrase.lowerBound > first.lowerBound {
      content = without(phrase, content)
    }
    content = content.compactMap { text.trimmed($0) }
    guard !content.isEmpty else { return }
    let candidate = Candidate(
      trigger: trigger, frame: frame, link: link, head: head, sourceHead: source, source: phrase,
      cue: cue, content: content)
    // The same words under the same cue are proposed once.
    var index = found.count - 1
    while index >= 0, index > found.count - 12 {
      if found[index].trigger == trigger, found[index].content == content,
        found[index].cue == cue
      {
        return
      }
      index -= 1
    }
    found.append(candidate)
  }

  /// Within reach, and in the cue's own line; only colons and quotation marks lead beyond it.
  private func clipped(_ range: Range<Int>, to trigger: Int, _ frame: Frame) -> Range<Int> {
    var low = max(0, trigger - Self.reach)
    var high = min(text.count, trigger + Self.reach)
    if !frame.crossesLines {
      let line = text.lines[Int(text.lineOf[trigger])]
      low = max(low, line.lowerBound)
      high = min(high, line.upperBound)
    }
    // What is said within a quotation does not reach out of it.
    if let number = text.quotation(trigger) {
      let tokens = text.quotations[number].tokens
      if tokens.count > Self.partialQuotation, tokens.contains(range.lowerBound) {
        low = max(low, tokens.lowerBound)
        high = min(high, tokens.upperBound)
      }
    }
    let start = min(max(range.lowerBound, low), high)
    return start ..~ min(range.upperBound, high)
  }

  /// Most tokens of words quoted for themselves, marks among them: he "firmly believes" that ...
  private static let partialQuotation = 6

  /// "issued a statement on Friday": when, not what.
  private func isOccasion(_ preposition: Int, _ object: Int) -> Bool {
    guard tree.tag(preposition) == .inPreposition, text.isTime(object),
      text.quotation(object) == nil
    else { return false }
    return ["on", "in", "at", "since", "until", "during", "by", "before", "after"].contains(
      text.lemma(preposition))
  }

  /// A range that touches a quotation holds all of it, unless the cue stands in it.
  private func wholeQuotations(_ range: Range<Int>, trigger: Int) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if let number = text.quotation(start) {
      let tokens = text.quotations[number].tokens
      if !tokens.contains(trigger) { start = min(start, tokens.lowerBound) }
    }
    if let number = text.quotation(end - 1) {
      let tokens = text.quotations[number].tokens
      if !tokens.contains(trigger) { end = max(end, tokens.upperBound) }
    }
    return start ..~ end
  }

  private func merged(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for piece in pieces {
      if let last = result.last, piece.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound ..~ max(last.upperBound, piece.upperBound)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private func without(_ hole: Range<Int>, _ pieces: [Range<Int>]) -> [Range<Int>] {
    pieces.flatMap { piece -> [Range<Int>] in
      guard piece.overlaps(hole) else { return [piece] }
      var left: [Range<Int>] = []
      if piece.lowerBound < hole.lowerBound { left.append(piece.lowerBound ..~ hole.lowerBound) }
      if hole.upperBound < piece.upperBound { left.append(hole.upperBound ..~ piece.upperBound) }
      return left
    }
  }

  // MARK: Parts

  /// Who says it: the token that heads the source.
  func source(_ verb: Int) -> Int? {
    guard let source = treeSource(verb) else { return nil }
    if let quotation = text.quotation(source), text.quotation(verb) != quotation {
      // Taken from within the quotation: who stands beside the verb is meant.
      return neighbour(verb)
    }
    // A heading or a caption without a full stop runs on into the next line's sentence.
    if text.lineOf[source] != text.lineOf[verb] { return neighbour(verb) }
    return source
  }

  /// The name or pronoun right behind a verb, or right before its group.
  private func neighbour(_ verb: Int) -> Int? {
    func isName(_ token: Int) -> Bool {
      (tree.tag(token) == .prp || tree.tag(token).isNoun)
        && text.quotationOf[token] == text.quotationOf[verb]
        && text.lineOf[token] == text.lineOf[verb]
    }
    let before = cueStart(verb) - 1
    if before >= 0, isName(before) { return before }
    guard verb + 1 < text.count, isName(verb + 1) else { return nil }
    var last = verb + 1
    while last + 1 < text.count, tree.tag(last).isNoun, tree.tag(last + 1).isNoun { last += 1 }
    return last
  }

  private func treeSource(_ verb: Int) -> Int? {
    if text.entries(verb, .experiencer) != nil, tree.isPassive(verb) {
      return tree.ownSubject(verb)
    }
    if tree.relation(verb) == .acl, tree.tag(verb) == .vb, tree.ownSubject(verb) == nil,
      let owner = tree.child(tree.head(verb), .poss)
    {
      // "China's attempts to assert": whose attempts they are, not the attempts.
      return owner
    }
    if let own = tree.ownSubject(verb), !isPassive(verb) {
      return tree.relation(own) == .csubj || tree.tag(own) == .ex ? nil : own
    }
    if isPassive(verb) { return tree.agent(verb) }
    guard let subject = tree.subject(verb) else { return invertedSource(verb) }
    if subject.isPassive { return tree.agent(verb) }
    let token = subject.token
    if tree.tag(token) == .ex { return nil }
    return token
  }

  /// "..., said the minister": the parser may take the subject for an object.
  private func invertedSource(_ verb: Int) -> Int? {
    guard verb > 0, text.isPunctuation(verb - 1) else { return nil }
    let object = tree.children(verb).first {
      $0 > verb && (tree.relation($0) == .dobj || tree.relation($0) == .npadvmod)
        && (tree.tag($0).isNoun || tree.tag($0) == .prp)
    }
    guard let object, text.quotation(object) == nil, text.quotation(verb) == nil else { return nil }
    if let number = text.quotation(verb - 1), text.endsBeforeCue(text.quotations[number]) {
      return object
    }
    let isNamed = text.entity(object) != nil || tree.tag(object) == .prp
    return isNamed && text.entries(verb, .verb)?.act == .speech ? object : nil
  }

  func isPassive(_ verb: Int) -> Bool {
    if tree.isPassive(verb) { return true }
    return tree.tag(verb) == .vbn && tree.relation(verb) == .acl
  }

  /// The verb's group with the adverbs around it and the verbs that only lend it aspect.
  func cue(_ verb: Int) -> Range<Int> {
    let group = tree.verbGroup(verb)
    var start = group.lowerBound
    for child in tree.children(verb).reversed() where child < verb {
      if tree.relation(child) == .advmod, tree.subtree(child) == child ..~ start { start = child }
    }
    var current = verb
    for _ in 0..<4 {
      let governor = tree.head(current)
      // "went on to say": read as a clause of purpose.
      guard
        tree.relation(current) == .xcomp
          || tree.relation(current) == .advcl && text.lemma(governor) == "go"
      else { break }
      guard governor < start, start - governor < 5, text.entries(governor, .raising) != nil,
        tree.tag(governor).isVerb
      else { break }
      start = min(start, cueStart(governor))
      current = governor
    }
    // What is said is none of it: "Certainly not," she answered.
    var first = verb
    while first > start, text.quotationOf[first - 1] == text.quotationOf[verb] { first -= 1 }
    if first > start {
      first = tree.children(verb).first { isPart($0, of: verb, from: first) } ?? verb
    }
    return first ..~ group.upperBound
  }

  private func isPart(_ child: Int, of verb: Int, from first: Int) -> Bool {
    guard child >= first, child < verb else { return false }
    switch tree.relation(child) {
    case .aux, .auxpass, .neg: return true
    case .advmod: return child == verb - 1
    default: return false
    }
  }

  private func cueStart(_ verb: Int) -> Int {
    var start = tree.verbGroup(verb).lowerBound
    for child in tree.children(verb).reversed() where child < verb {
      if tree.relation(child) == .advmod, tree.subtree(child) == child ..~ start { start = child }
    }
    return start
  }

  /// A cue with what belongs to it behind it ("said in a statement"), up to `limit`.
  mutating func cue(_ verb: Int, until limit: Int) -> Range<Int> {
    let group = cue(verb)
    guard limit > group.upperBound else { return group }
    let maximum = min(limit, tree.subtree(verb).upperBound, group.upperBound + 14)
    guard maximum > group.upperBound else { return group }
    // What does not hang on the verb is none of the cue.
    let next = text.attachmentAt[group.upperBound]
    guard next >= 0, tree.head(Int(next)) == verb else { return group }
    var end = edges.end(
      .cueEnd, from: group.lowerBound, minimum: group.upperBound, maximum: maximum, owner: verb,
      trigger: verb, frame: nil, text, trace: &trace)
    while end > group.upperBound, text.isPunctuation(end - 1) || tree.tag(end - 1) == .cc {
      end -= 1
    }
    return group.lowerBound ..~ end
  }

  /// Where a content that begins at `start` ends.
  mutating func end(
    _ frame: Frame, start: Int, head: Int, trigger: Int, maximum: Int? = nil
  ) -> Int {
    let whole = max(tree.subtree(trigger).upperBound, tree.subtree(head).upperBound)
    let limit = min(maximum ?? whole, start + Self.reach)
    return edges.end(
      .contentEnd, from: start, minimum: min(max(start, head) + 1, limit), maximum: limit,
      owner: head, trigger: trigger, frame: frame, text, trace: &trace)
  }

  /// From the first to the last word of the clause of a cue, its source included.
  func clause(_ verb: Int, _ cue: Range<Int>, source: Int?) -> Range<Int> {
    var start = cue.lowerBound
    var end = cue.upperBound
    if let source, source < verb {
      start = min(start, max(tree.subtree(source).lowerBound, source - 30))
    }
    if let source, source > verb {
      end = max(end, min(tree.subtree(source).upperBound, source + 60))
    }
    return start ..~ end
  }
}
