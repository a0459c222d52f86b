internal import Language
internal import Records
internal import Syntax

/// "her Tunisian counterpart, Sami Trabelsi": the office is the same, the country another.
extension ActorGathering {
  mutating func addCounterparts() {
    for head in 0..<tree.count
    where tree.doc.range(head).count == Self.word.utf8.count
      && tree.doc.text(head).lowercased() == Self.word
    {
      guard let person = holder(at: head),
        !drafts[person].roles.contains(where: { $0.standing == nil }),
        let partner = partner(of: head), partner != person,
        let office = drafts[partner].roles.firstIndex(where: { $0.standing == nil })
      else { continue }
      let phrase = tree.phrase(around: head)
      guard phrase.count <= 60 else { continue }
      let held = drafts[partner].roles[office]
      let coding = coder.code(phrase, head: head)
      let country = coding.country ?? drafts[person].countryTold
      guard let country, country != held.country ?? drafts[partner].countryTold else { continue }
      drafts[person].add(
        Actor.Role(
          title: held.title, country: country,
          evidence: tree.doc.bytes(nominal(head, within: phrase)), rule: "counterpart"),
        sector: drafts[partner].roleSectors[office])
    }
  }

  private static let word = "counterpart"

  /// Who the word stands for: a person named beside it.
  private func holder(at head: Int) -> Int? {
    let beside = [head, tree.head(head)] + tree.children(head)
    return beside.lazy.compactMap { draftAtHead[$0] }.first { drafts[$0].person != nil }
  }

  /// Whose counterpart it is: the possessor, else the subject of its clause.
  private func partner(of head: Int) -> Int? {
    if let possessor = tree.child(head, .poss) ?? tree.child(tree.head(head), .poss) {
      return draftAtHead[possessor].flatMap { drafts[$0].person == nil ? nil : $0 }
    }
    var verb = head
    for _ in 0..<6 {
      verb = tree.head(verb)
      guard !tree.tag(verb).isVerb else { break }
    }
    guard let subject = tree.ownSubject(verb) else { return nil }
    return draftAtHead[subject].flatMap { drafts[$0].person == nil ? nil : $0 }
  }
}
