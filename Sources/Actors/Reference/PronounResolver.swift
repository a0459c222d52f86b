internal import Language
internal import Records
internal import Syntax

/// Whom pronouns stand for: by person, number and sex, by syntax, by how near and how prominent a
/// mention is, and by who speaks. Where two fit about as well, it stays open.
///
/// Method: agreement and binding as filters, then salience by weights (as Lappin and Leass 1994).
struct PronounResolver {
  private let tree: SyntaxTree
  private let quotations: Quotations
  private var drafts: [ActorDraft]
  private var draftAtHead: [Int: Int]
  /// Mentions before the token at hand, the last at the end.
  private var recent: [(head: Int, draft: Int, relation: Relation)] = []
  /// Speaker of each quotation; -1 where not told.
  private var speakers: [Int: Int] = [:]
  private(set) var resolved: [(token: Int, draft: Int)] = []

  init(_ tree: SyntaxTree, drafts: [ActorDraft], draftAtHead: [Int: Int]) {
    self.tree = tree
    self.drafts = drafts
    self.draftAtHead = draftAtHead
    quotations = Quotations(tree)
  }

  /// First what stands outside quotation marks, so that it is known who speaks within.
  mutating func run() {
    let pronouns = (0..<tree.count).compactMap { token in
      Pronoun(tree.doc.text(token), tree.tag(token)).map { (token, $0) }
    }
    resolve(pronouns.filter { !quotations.isInside($0.0) })
    resolve(pronouns.filter { quotations.isInside($0.0) })
  }

  private mutating func resolve(_ pronouns: [(token: Int, pronoun: Pronoun)]) {
    let mentions = draftAtHead.sorted { $0.key < $1.key }
    recent.removeAll(keepingCapacity: true)
    var next = 0
    for (token, pronoun) in pronouns {
      while next < mentions.count, mentions[next].key < token {
        remember(mentions[next].key, mentions[next].value)
        next += 1
      }
      guard draftAtHead[token] == nil, let draft = antecedent(token, pronoun) else { continue }
      draftAtHead[token] = draft
      remember(token, draft)
      resolved.append((token, draft))
      if let sex = pronoun.sex, drafts[draft].sex == nil { drafts[draft].sex = sex }
    }
  }

  private mutating func remember(_ head: Int, _ draft: Int) {
    recent.append((head, draft, tree.relation(tree.firstConjunct(head))))
  }

  // MARK: Speakers

  private mutating func speaker(at token: Int) -> Int? {
    guard quotations.isInside(token) else { return nil }
    let number = Int(quotations.numbers[token])
    if let known = speakers[number] { return known < 0 ? nil : known }
    let subject = quotations.speaker(number, tree)
    let found = subject.flatMap { draftAtHead[$0] }
    speakers[number] = found ?? -1
    return found
  }

  // MARK: Candidates

  private mutating func antecedent(_ token: Int, _ pronoun: Pronoun) -> Int? {
    let speaker = speaker(at: token)
    if pronoun.kind == .speaker {
      guard let speaker, drafts[speaker].kind == .person else { return nil }
      return speaker
    }
    if pronoun.kind == .thing, isIdle(token) { return nil }
    var scores: [Int: Int] = [:]
    var steps = 0
    let sentence = tree.sentenceNumber(token)
    for (place, mention) in recent.enumerated().reversed() {
      let distance = sentence - tree.sentenceNumber(mention.head)
      steps += 1
      if distance > 3 || steps > 60 { break }
      guard mention.draft != speaker, agrees(mention.draft, pronoun), mayBind(token, mention.head)
      else {
        continue
      }
      let score =
        command(mention.head, token) + score(mention.relation, mention.draft, distance, pronoun)
        - (recent.count - place)
      scores[mention.draft] = max(scores[mention.draft] ?? 0, score)
    }
    let ordered = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ordered.first, best.value >= pronoun.least else { return nil }
    if ordered.count > 1, best.value - ordered[1].value < pronoun.margin { return nil }
    return best.key
  }

  private func score(_ relation: Relation, _ draft: Int, _ distance: Int, _ pronoun: Pronoun) -> Int
  {
    var score = [100, 80, 50, 30][min(max(distance, 0), 3)]
    switch relation {
    case .nsubj, .nsubjpass: score += 30
    case .poss: score += 5
    case .dobj: score += 8
    case .compound, .amod, .nmod: score -= 15
    default: break
    }
    if pronoun.sex != nil, drafts[draft].sex == pronoun.sex { score += 6 }
    if drafts[draft].person != nil { score += 10 }
    score += 2 * min(drafts[draft].mentions.count, 6)
    if pronoun.kind == .many, drafts[draft].kind != .group { score -= 25 }
    return score
  }

  /// The subject of a verb that the token stands below, the more the nearer.
  private func command(_ head: Int, _ token: Int) -> Int {
    guard tree.relation(head) == .nsubj || tree.relation(head) == .nsubjpass else { return 0 }
    let verb = tree.head(head)
    var current = token
    for step in 0..<12 {
      let above = tree.head(current)
      if above == verb { return 36 - 3 * step }
      guard above != current else { return 0 }
      current = above
    }
    return 0
  }

  private func agrees(_ draft: Int, _ pronoun: Pronoun) -> Bool {
    let draft = drafts[draft]
    switch pronoun.kind {
    case .speaker: return false
    case .person:
      return draft.kind == .person && (draft.sex == nil || draft.sex == pronoun.sex)
    case .thing: return draft.kind == .organization || draft.kind == .country
    case .many: return draft.kind == .group || draft.kind == .organization
    }
  }

  /// Not the subject of the same verb for an object ("she saw her"), and not what it is joined to.
  private func mayBind(_ token: Int, _ head: Int) -> Bool {
    if tree.relation(token) == .conj, tree.firstConjunct(token) == tree.firstConjunct(head) {
      return false
    }
    switch tree.relation(token) {
    case .dobj, .dative, .pobj:
      var verb = tree.head(token)
      if tree.relation(token) == .pobj { verb = tree.head(verb) }
      return tree.ownSubject(verb) != head || tree.doc.text(token).lowercased().hasSuffix("self")
    default: return true
    }
  }

  /// "it is likely", "it seems that": nobody.
  private func isIdle(_ token: Int) -> Bool {
    let verb = tree.head(token)
    switch tree.relation(token) {
    case .poss: return false
    case .nsubj, .nsubjpass:
      guard tree.tag(verb).isVerb else { return true }
      switch tree.lemma(verb).lowercased() {
      case "be", "seem", "appear", "take", "become", "remain", "happen", "turn", "mean", "rain":
        return true
      default: return tree.relation(token) == .nsubjpass
      }
    default: return true
    }
  }
}

/// What a pronoun asks of the one it stands for.
struct Pronoun {
  enum Kind { case person, thing, many, speaker }

  var kind: Kind
  var sex: Honorifics.Sex?

  /// The least salience, and by how much the best must lead.
  var least: Int { kind == .person ? 50 : 90 }
  var margin: Int { kind == .person ? 14 : 20 }

  init?(_ text: String, _ tag: Tag) {
    guard tag == .prp || tag == .prpPossessive, text.utf8.count <= 10 else { return nil }
    switch text.lowercased() {
    case "he", "him", "his", "himself": (kind, sex) = (.person, .male)
    case "she", "her", "hers", "herself": (kind, sex) = (.person, .female)
    case "it", "its", "itself": (kind, sex) = (.thing, nil)
    case "they", "them", "their", "theirs", "themselves": (kind, sex) = (.many, nil)
    case "i", "me", "my", "mine", "myself": (kind, sex) = (.speaker, nil)
    default: return nil
    }
  }
}
