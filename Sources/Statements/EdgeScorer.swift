internal import Records
internal import Syntax

/// Decides how far a part of a statement reaches to the right: at each phrase that hangs on behind,
/// in or out. With weights by a logistic regression over named traits; without by rule.
struct EdgeScorer: Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    case contentEnd, sourceEnd, cueEnd
    var name: String { String(describing: self) }
  }

  let weights: TraitWeights?

  /// Most places looked at.
  private static let placeLimit = 40

  /// The end, in tokens, of what begins at `start` and at least holds all before `minimum`.
  ///
  /// - owner: head of the part; - trigger: the cue's word.
  func end(
    _ kind: Kind, from start: Int, minimum: Int, maximum: Int, owner: Int, trigger: Int,
    frame: Frame?, _ text: MarkedText, trace: inout EdgeTrace
  ) -> Int {
    guard minimum < maximum else { return max(minimum, maximum) }
    trace.begin(kind, trigger: trigger, start: start)
    var places = 0
    var position = minimum
    var stop: Int?
    while position < maximum, places < Self.placeLimit {
      // A quotation that has begun is never left before its end.
      if let number = text.quotation(position) {
        let tokens = text.quotations[number].tokens
        if tokens.lowerBound < position, tokens.lowerBound >= start, position < tokens.upperBound {
          position = tokens.upperBound
          continue
        }
      }
      let attachment = Int(text.attachmentAt[position])
      guard attachment >= 0, isPlace(attachment, start: start, trigger: trigger, text) else {
        position += 1
        continue
      }
      places += 1
      let place = EdgePlace(
        kind: kind, position: position, attachment: attachment, start: start, owner: owner,
        trigger: trigger, frame: frame)
      trace.note(place, text)
      if stop == nil {
        let stops: Bool
        if kind == .contentEnd, text.isAttributing(attachment) {
          stops = true
        } else if let weights {
          var sum = WeightSum(weights, text)
          place.traits(text, into: &sum)
          stops = sum.total > 0
        } else {
          stops = place.stopsByRule(text)
        }
        if stops {
          stop = beforeConjunction(position, minimum, text)
          guard trace.isOn else { break }
        }
      }
      position += 1
    }
    return stop ?? maximum
  }

  /// The "and" before what is left out is left out too.
  private func beforeConjunction(_ position: Int, _ minimum: Int, _ text: MarkedText) -> Int {
    var end = position
    while end > minimum, text.tree.tag(end - 1) == .cc { end -= 1 }
    return end
  }

  /// What a head needs is no place to end at.
  private func isPlace(_ attachment: Int, start: Int, trigger: Int, _ text: MarkedText) -> Bool {
    switch text.tree.relation(attachment) {
    case .punct, .aux, .auxpass, .neg, .prt, .caseMarker, .cc, .pobj, .pcomp, .other: return false
    case .dobj, .attr, .acomp, .oprd, .nsubj, .nsubjpass, .nummod, .compound:
      let head = text.tree.head(attachment)
      return head < start || head == trigger
    default: return true
    }
  }
}

/// A place where a part may end: before a phrase that hangs on.
struct EdgePlace {
  var kind: EdgeScorer.Kind
  var position: Int
  var attachment: Int
  var start: Int
  var owner: Int
  var trigger: Int
  var frame: Frame?

  /// What a comma, a dash or a bracket before the phrase says.
  private func mark(_ text: MarkedText) -> Int {
    guard position > start else { return 0 }
    switch text.tree.tag(position - 1) {
    case .comma: return 1
    case .colon: return 2
    case .openBracket: return 3
    case .closeQuote, .openQuote: return 4
    case .cc: return position > start + 1 && text.tree.tag(position - 2) == .comma ? 6 : 5
    default: return 0
    }
  }

  /// Where the phrase is attached: to the part's head, to the cue's word, above it, or deeper.
  private func level(_ text: MarkedText) -> Int {
    let head = text.tree.head(attachment)
    if head == owner { return 1 }
    if head == trigger { return 2 }
    if head < start { return 3 }
    return text.tree.head(head) == owner ? 4 : 5
  }

  func stopsByRule(_ text: MarkedText) -> Bool {
    let tree = text.tree
    let relation = tree.relation(attachment)
    switch kind {
    case .cueEnd: return relation != .prep || text.lemma(attachment) != "in"
    case .sourceEnd: return level(text) != 1 && level(text) < 4
    case .contentEnd:
      if level(text) == 3 { return true }
      switch relation {
      case .advcl, .parataxis: return mark(text) == 1 || mark(text) == 2
      case .relcl, .acl, .appos: return mark(text) == 1 && level(text) != 5
      case .conj where level(text) == 2: return true
      default: return false
      }
    }
  }

  func traits(_ text: MarkedText, into sink: inout some TraitSink) {
    let tree = text.tree
    let relation = TraitValue.relation(attachment)
    let mark = mark(text)
    let level = level(text)
    let kind = TraitValue.edge(self.kind)
    sink.add(.edge, kind)
    sink.add(.edgeRelation, kind, relation)
    sink.add(.edgeRelationMark, kind, relation, .number(mark))
    sink.add(.edgeRelationLevel, kind, relation, .number(level))
    sink.add(.edgeLevelMark, kind, .number(level), .number(mark))
    sink.add(.edgeAll, kind, relation, .number(level * 10 + mark))
    sink.add(.edgeTag, kind, .tag(attachment), .number(mark))
    sink.add(.edgeFirst, kind, .lemma(position), .number(level))
    sink.add(.edgeFirstMark, kind, .lemma(position), .number(mark))
    sink.add(.edgeWord, kind, .lemma(attachment), relation)
    sink.add(.edgeHead, kind, .lemma(tree.head(attachment)), .lemma(position))
    sink.add(.edgeTrigger, kind, .lemma(trigger), relation)
    sink.add(.edgeTriggerFirst, kind, .lemma(trigger), .lemma(position))
    if let frame {
      sink.add(.edgeFrame, kind, .frame(frame), relation)
      sink.add(.edgeFrameMark, kind, .frame(frame), .number(level * 10 + mark))
    }
    let length = tree.subtree(attachment).count
    sink.add(.edgeLength, kind, relation, .number(Self.bin(length)))
    sink.add(.edgeSoFar, kind, .number(Self.bin(position - start)), .number(mark))
    let next = min(attachment + 1, text.count - 1)
    if text.isEntity(attachment) || text.isEntity(next) {
      let named = text.isEntity(attachment) ? attachment : next
      sink.add(.edgeEntity, kind, .entity(named), .number(level))
    }
    sink.add(.edgeOwner, kind, .tag(owner), relation)
    if tree.tag(attachment).isVerb {
      sink.add(
        .edgeVerb, kind, .tag(attachment),
        .number(tree.ownSubject(attachment) == nil ? 0 : 1))
      if let entry = text.entries(attachment, .verb) {
        sink.add(.edgeCue, kind, .act(entry.act), relation)
      }
    }
    if text.quotation(attachment) != nil {
      sink.add(.edgeQuoted, kind, relation, .number(text.quotation(start) != nil ? 1 : 0))
    }
  }

  static func bin(_ length: Int) -> Int {
    length < 4
      ? length
      : length < 6
        ? 4
        : length < 9
          ? 6
          : length < 13
            ? 9
            : length < 20
              ? 13
              : length < 35 ? 20 : 35
  }
}
