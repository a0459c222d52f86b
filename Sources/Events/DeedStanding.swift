internal import Language
internal import Records
internal import Syntax

/// Whether a deed is told as done, as coming, as possible, as denied: read from its auxiliaries and
/// from all that governs it.
struct DeedStanding: Sendable {
  var status: Event.Status?
  /// Meant or ended, by what governs it.
  var operation: EventOperation?
  /// Not told as a deed: a purpose, a condition, what somebody asks for.
  var isDropped = false
  /// Whether a verb that governs it is no plain word of saying.
  private var isReportedInPast = false

  /// No chain of governing words is longer in prose.
  private static let farthest = 24

  /// - silent: verbs within whose clauses nothing is told as done.
  init(of predicate: Int, in text: EventText, silent: Set<Int>) {
    climb(from: predicate, in: text, silent)
    if status == .negation, operation == .intend {
      // "will not release": a refusal.
      (operation, status) = (.refuse, nil)
    } else if operation == .intend, text.isThreat(predicate) {
      (operation, status) = (.threaten, nil)
    }
    // "said it would not send": a refusal too.
    if status == .negation, isReportedInPast, isWould, operation == nil {
      (operation, status) = (.refuse, nil)
    }
    // "Would" under a word of saying in the past is what is coming.
    if status == .hypothetical, isReportedInPast, isWould {
      status = .future
      operation = operation ?? .intend
    }
  }

  private mutating func climb(from predicate: Int, in text: EventText, _ silent: Set<Int>) {
    let tree = text.tree
    var current = predicate
    if tree.tag(predicate).isVerb {
      if text.isImperative(predicate) || text.isAsked(predicate) { isDropped = true }
      // "Police to step up patrols", a headline.
      if text.isInfinitive(predicate), tree.ownSubject(predicate) != nil, tree.isRoot(predicate) {
        set(.future)
        operation = .intend
      }
      take(auxiliariesOf: predicate, in: text)
      if isDropped { return }
    } else {
      take(modifiersOf: predicate, in: text)
    }
    for _ in 0..<Self.farthest {
      let above = tree.head(current)
      guard above != current, !isDropped else { break }
      switch tree.relation(current) {
      case .conj:
        if current == predicate, tree.tag(predicate).isVerb, tree.tag(above).isVerb,
          tree.tag(predicate) == .vb || tree.tag(predicate) == .vbn || tree.tag(predicate) == .vbg,
          tree.auxiliaries(predicate).isEmpty, tree.ownSubject(predicate) == nil
        {
          take(auxiliariesOf: above, in: text)
        }
      case .xcomp, .ccomp, .oprd, .acomp, .attr:
        if silent.contains(above) || text.isConditional(current) { isDropped = true }
        // "decided that rolling back tariffs requires ...".
        if tree.relation(current) == .ccomp, tree.tag(current) == .vbg,
          tree.auxiliaries(current).isEmpty, text.lexicon.embeddings[text.words[above]] != .stop
        {
          isDropped = true
        }
        govern(current, by: above, in: text)
      case .advcl:
        if silent.contains(above), text.isInfinitive(current) || text.isWished(current) {
          isDropped = true
        }
        if text.isConditional(current) {
          isDropped = true
        } else if text.isInfinitive(current) {
          isDropped = true
        } else if tree.tag(current) == .vbg, tree.auxiliaries(current).isEmpty {
          if tree.tag(above).isVerb { take(auxiliariesOf: above, in: text) }
        } else if tree.tag(current) == .vbz || tree.tag(current) == .vbp, text.isToCome(above),
          text.isSubordinate(current)
        {
          // "will speak after the army takes the town".
          set(.future)
          return
        } else if tree.tag(current) == .vbn, tree.tag(above) == .vbz || tree.tag(above) == .vbp,
          tree.auxiliaries(current).contains(where: {
            tree.tag($0) == .vbz && tree.lemma($0).lowercased() == "be"
          }), text.isSubordinate(current)
        {
          // "faces prison when he is sentenced".
          set(.future)
          return
        } else if text.isGeneral(current) {
          isDropped = true
        } else {
          return
        }
      case .acl:
        if text.isInfinitive(current) { isDropped = true }
        // "denied charges that it was sending arms", "agreed to a truce halting the war".
        if tree.tag(current) != .vbn {
          let governor = tree.head(above)
          if silent.contains(governor) { isDropped = true }
          // "the idea that they train rebels".
          if text.lexicon.embeddings[text.words[above]] == .drop { isDropped = true }
          if tree.relation(above) == .pobj, silent.contains(tree.head(governor)) {
            isDropped = true
          }
          // "accused the firm of arming men fighting the army".
          if tree.relation(above) == .pobj, tree.relation(tree.head(governor)) == .dobj,
            silent.contains(tree.head(tree.head(governor)))
          {
            isDropped = true
          }
          // "accused of arming men fighting the army".
          if tree.relation(governor) == .pcomp, silent.contains(tree.head(tree.head(governor))) {
            isDropped = true
          }
        }
        return
      case .relcl: return
      case .pcomp: govern(gerund: current, by: above, in: text, silent)
      case .pobj, .dobj, .nsubj, .nsubjpass, .prep, .agent, .compound, .dative, .appos:
        // "would act after the attack": that there was one is told as a fact.
        if tree.relation(current) == .prep, tree.tag(predicate).isNoun,
          text.lexicon.grounds.contains(text.words[current])
        {
          return
        }
        // Of a noun that names a deed, or of what holds a clause.
        if silent.contains(above) { isDropped = true }
        if tree.tag(above).isVerb, tree.tag(predicate).isNoun {
          take(auxiliariesOf: above, in: text)
          // "would ruin the talks": whether there are any is not said.
          if status == .future || status == .hypothetical { isDropped = true }
        } else if current == predicate || tree.relation(current) == .prep {
          if text.lexicon.embeddings[text.words[above]] == .drop, tree.tag(above).isNoun {
            isDropped = true
          }
          if tree.relation(current) == .prep, text.deedNoun(above) != nil { isDropped = true }
        }
      case .csubj, .csubjpass: isDropped = true
      default: break
      }
      current = above
    }
  }

  private var isWould = false

  private mutating func set(_ new: Event.Status) {
    if status == nil || new == .negation { status = new }
  }

  private mutating func take(auxiliariesOf verb: Int, in text: EventText) {
    let tree = text.tree
    for child in tree.children(verb) {
      switch tree.relation(child) {
      case .neg: set(.negation)
      case .aux where tree.tag(child) == .md:
        switch tree.lemma(child).lowercased() {
        case "will", "shall", "'ll", "wo":
          set(.future)
          operation = operation ?? .intend
        case "would", "'d":
          isWould = true
          set(.hypothetical)
        // What can or should be done is told of no deed, nor what cannot.
        case "can", "must", "should", "ought": isDropped = true
        case "could" where tree.isNegated(verb): isDropped = true
        default: set(.hypothetical)
        }
      // "whom Chad wanted extradited": the parser takes "wanted" for an auxiliary.
      case .aux where tree.tag(child).isVerb && tree.lemma(child).hasPrefix("want"):
        isDropped = true
      case .advmod where text.lexicon.embeddings[text.words[child]] == .negation: set(.negation)
      case .advmod where text.lexicon.embeddings[text.words[child]] == .background:
        set(.historical)
      case .advmod where verb == subjectOfQuestion(verb, child, text): isDropped = true
      default: continue
      }
    }
  }

  /// "how Israel will negotiate" asks, and tells no deed.
  private func subjectOfQuestion(_ verb: Int, _ adverb: Int, _ text: EventText) -> Int? {
    guard text.tree.tag(adverb) == .wrb,
      ["how", "why"].contains(text.tree.lemma(adverb).lowercased())
    else { return nil }
    return verb
  }

  /// "the planned talks", "no agreement".
  private mutating func take(modifiersOf noun: Int, in text: EventText) {
    let tree = text.tree
    for child in tree.children(noun) where child < noun {
      switch tree.relation(child) {
      case .amod, .det, .compound, .advmod:
        if tree.lemma(child).lowercased() == "no" { isDropped = true }
        switch text.lexicon.embeddings[text.words[child]] {
        case .future where tree.relation(child) == .amod: set(.future)
        case .hypothetical where tree.relation(child) == .amod: isDropped = true
        default: continue
        }
      default: continue
      }
    }
  }

  /// What a verb or an adjective does to the clause it governs.
  private mutating func govern(_ clause: Int, by governor: Int, in text: EventText) {
    let tree = text.tree
    guard tree.relation(clause) == .xcomp || tree.relation(clause) == .ccomp else {
      // "is ready": the copula of what governs.
      if tree.tag(governor).isVerb { take(auxiliariesOf: governor, in: text) }
      return
    }
    let embedding = text.lexicon.embeddings[text.words[governor]]
    let isFinite = tree.relation(clause) == .ccomp && !text.isInfinitive(clause)
    // What stands before a verb that is no word of saying is a sentence of its own.
    if isFinite, clause < governor, embedding != .fact { return }
    switch embedding {
    case .fact:
      if isFinite {
        if tree.tag(governor) == .vbd || tree.tag(governor) == .vbn { isReportedInPast = true }
        if tree.isNegated(governor) { set(.hypothetical) }
      } else if tree.tag(governor).isVerb {
        take(auxiliariesOf: governor, in: text)
      }
    case .intend:
      operation = operation ?? .intend
      if tree.isNegated(governor) { set(.negation) }
    case .future:
      set(.future)
      if tree.isNegated(governor) { set(.negation) }
    case .hypothetical:
      if isFinite, tree.tag(governor).isVerb {
        set(.hypothetical)
      } else {
        isDropped = true
      }
    case .negation: if tree.isNegated(governor) { isDropped = true } else { set(.negation) }
    case .stop:
      operation = .stop
      take(auxiliariesOf: governor, in: text)
    case .drop: isDropped = true
    // "is to visit".
    case nil where text.isArranged(clause, by: governor): set(.future)
    case .background, nil:
      if text.isInfinitive(clause) || tree.tag(clause) == .vbg { isDropped = true }
    }
  }

  private mutating func govern(
    gerund: Int, by preposition: Int, in text: EventText, _ silent: Set<Int>
  ) {
    let governor = text.tree.head(preposition)
    if silent.contains(governor) { isDropped = true }
    // "coincided with the minister visiting Rome".
    if text.tree.ownSubject(gerund) != nil { return }
    switch text.tree.lemma(preposition).lowercased() {
    case "after", "since", "following", "upon": break
    // "was quoted as saying that".
    case "as"
    where text.lexicon.embeddings[text.words[gerund]] == .fact
      && text.lexicon.embeddings[text.words[governor]] == .fact:
      isReportedInPast = true
    // "would break the law by attacking".
    case "by", "while", "in", "before", "when":
      if text.tree.tag(governor).isVerb { take(auxiliariesOf: governor, in: text) }
    default: isDropped = true
    }
  }
}

extension EventText {
  /// "to send".
  func isInfinitive(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree.relation($0) == .aux && tree.tag($0) == .to }
  }

  /// "(pressed) for Chad to send", also where "to" is left out.
  func isWished(_ verb: Int) -> Bool {
    tree.children(verb).contains {
      tree.relation($0) == .mark && tree.lemma($0).lowercased() == "for"
    }
  }

  /// "is to send", of now.
  func isArranged(_ clause: Int, by verb: Int) -> Bool {
    tree.lemma(verb).lowercased() == "be" && [.vbz, .vbp].contains(tree.tag(verb))
      && isInfinitive(clause) && !tree.isNegated(verb)
  }

  /// Under "will" or "would".
  func isToCome(_ verb: Int) -> Bool {
    tree.auxiliaries(verb).contains {
      ["will", "would", "'ll", "'d"].contains(tree.lemma($0).lowercased())
        || ["will", "would", "'ll", "'d"].contains(tree.doc.text($0).lowercased())
    }
  }

  /// "after", "before", "when", "once", "as soon as".
  func isSubordinate(_ verb: Int) -> Bool {
    tree.children(verb).contains {
      (tree.relation($0) == .mark || tree.relation($0) == .advmod)
        && ["after", "before", "when", "once", "as", "whenever"].contains(
          tree.lemma($0).lowercased())
    }
  }

  /// "(the steps taken) when a citizen is arrested": of nobody's arrest.
  func isGeneral(_ verb: Int) -> Bool {
    guard isSubordinate(verb), let subject = tree.subject(verb)?.token,
      let determiner = tree.child(subject, .det),
      ["a", "an", "any"].contains(tree.doc.text(determiner).lowercased())
    else { return false }
    return tree.auxiliaries(verb).contains { tree.tag($0) == .vbz || tree.tag($0) == .vbp }
      || tree.tag(verb) == .vbz
  }

  /// "All men, fight!", "to" and auxiliaries missing.
  func isImperative(_ verb: Int) -> Bool {
    tree.tag(verb) == .vb && (tree.isRoot(verb) || tree.relation(verb) == .ccomp)
      && tree.auxiliaries(verb).isEmpty
      && !tree.children(verb).contains { tree.relation($0) == .nsubj && tree.tag($0) == .prp }
  }

  /// "Will they attack?"
  func isAsked(_ verb: Int) -> Bool {
    guard tree.isRoot(verb) else { return false }
    for token in tree.sentence(of: verb).reversed() {
      if tree.doc.isSpace(token) { continue }
      let word = tree.doc.text(token)
      if word == "?" { return true }
      guard tree.relation(token) == .punct, word != "." else { return false }
    }
    return false
  }

  /// "will withdraw unless ...".
  func isThreat(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      tree.relation(child) == .advcl
        && tree.children(child).contains {
          tree.relation($0) == .mark && tree.lemma($0).lowercased() == "unless"
        }
    }
  }

  /// "if", "unless", "whether".
  func isConditional(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      tree.relation(child) == .mark
        && ["if", "unless", "lest", "whether", "until", "though", "once"].contains(
          tree.lemma(child).lowercased())
    }
  }
}
