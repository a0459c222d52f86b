internal import Language
internal import Records
internal import Syntax

/// The work of one text, in order: names, the offices told of them, holders known from elsewhere,
/// nouns, pronouns.
struct ActorGathering {
  let tree: SyntaxTree
  let published: Timestamp?
  /// Offices known from other reports, before the tables.
  let known: HolderTable
  let isPhrase: Bool
  var coder: PhraseCoder
  var drafts: [ActorDraft] = []
  /// By token: the draft whose mention it heads.
  var draftAtHead: [Int: Int] = [:]
  /// By token: the drafts of a mention of several.
  var severalAtHead: [Int: [Int]] = [:]
  /// Nouns told of that no name is known for, by their words.
  var nominals: [NominalKey: [Int]] = [:]
  /// Tokens of titles that were read with a name.
  var titles: Set<Int> = []
  /// Persons by the words of their offices, bodies by the words of their names.
  var personsByOffice: [String: [Int]] = [:]
  var bodiesByWord: [String: [Int]] = [:]

  init(
    _ tree: SyntaxTree, published: Timestamp?, known: [OfficeHolding], placed: PlacedNames
  ) {
    self.tree = tree
    self.published = published
    self.known = HolderTable(known)
    isPhrase = Self.isBarePhrase(tree)
    coder = PhraseCoder(tree: tree, scan: PhraseScan(tree, .standard, placed))
  }

  mutating func run() {
    addNames()
    addRoles()
    addHolders()
    indexNames()
    addNominals()
    addPronouns()
    addCounterparts()
    if isPhrase { settlePhrase() }
  }

  /// A text without a sentence: a few words, nothing that has a subject.
  private static func isBarePhrase(_ tree: SyntaxTree) -> Bool {
    guard tree.count <= 24 else { return false }
    return !(0..<tree.count).contains { token in
      switch tree.relation(token) {
      case .nsubj, .nsubjpass, .csubj, .expl: true
      default: tree.tag(token) == .stop && tree.doc.text(token) != "."
      }
    } && !(tree.count > 3 && tree.tag(tree.count - 1) == .stop)
  }

  // MARK: Result

  var analysis: ActorAnalysis {
    var order = Array(drafts.indices)
    if !isPhrase {
      order.sort {
        drafts[$0].mentions[0].tokens.lowerBound < drafts[$1].mentions[0].tokens.lowerBound
      }
    }
    let actors = order.enumerated().map { drafts[$1].actor(id: $0, tree.doc) }
    var analysis = ActorAnalysis(actors: actors, tokenCount: tree.count, coder: coder)
    for (id, index) in order.enumerated() {
      for mention in drafts[index].mentions { analysis.link(head: mention.head, to: id) }
    }
    var ids: [Int: Int] = [:]
    for (id, index) in order.enumerated() { ids[index] = id }
    for (head, several) in severalAtHead {
      analysis.link(head: head, toAll: several.compactMap { ids[$0] })
    }
    linkRelatives(&analysis)
    analysis.tools = Set(order.indices.filter { drafts[order[$0]].isTool })
    return analysis
  }

  /// "who" stands for what its clause belongs to.
  private func linkRelatives(_ analysis: inout ActorAnalysis) {
    for token in 0..<tree.count where tree.tag(token).isRelativePronoun && draftAtHead[token] == nil
    {
      let verb = tree.head(token)
      guard tree.relation(verb) == .relcl,
        tree.relation(token) == .nsubj || tree.relation(token) == .nsubjpass,
        let actor = analysis.actor(headedBy: tree.head(verb))
      else { continue }
      analysis.link(head: token, to: actor)
    }
  }
}
