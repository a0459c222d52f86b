internal import Syntax

/// Tells blows from words: soldiers attack a boat, a senator attacks a plan.
extension CandidateFinder {
  /// Whether a candidate's word names a blow that is struck, and no criticism.
  ///
  /// - head: what is struck or criticized.
  func isBlow(trigger: Int, link: Int?, head: Int, source: Int?) -> Bool {
    let words = StatementWords.standard
    guard
      let word = [trigger, link].lazy.compactMap({ $0 }).first(where: {
        words.blows.contains(text.lemma($0))
      }), text.quotation(head) == nil
    else { return false }
    let isArmed = source.map { words.fighters.contains(text.lemma($0)) } ?? false
    guard
      isArmed || isStruck(head, by: source, word) || isWithWeapon(word) || isWithWeapon(head)
    else { return false }
    return !isSpoken(of: head) && !isReproach(word) && !isReproach(head)
  }

  /// A place, or a thing or somebody that is struck.
  private func isStruck(_ head: Int, by source: Int?, _ word: Int) -> Bool {
    let words = StatementWords.standard
    let lemma = text.lemma(head)
    let mayDo = source.map { !isPerson($0) } ?? tree.tag(word).isNoun
    switch text.entity(head) {
    // A person's name may be taken for a place's.
    case "GPE", "LOC", "FAC": return mayDo && !text.isPersonName(head)
    case nil where words.hit.contains(lemma): return true
    case nil where words.victims.contains(lemma):
      return mayDo
        || tree.children(head).contains { tree.tag($0) == .dt && text.lemma($0) == "a" }
    default: return false
    }
  }

  private func isPerson(_ token: Int) -> Bool {
    text.isPersonName(token) || tree.tag(token) == .prp
      || tree.tag(token) == .nnp
        && text.entity(token) == nil
  }

  /// What is said, thought or planned is attacked in words only.
  private func isSpoken(of head: Int) -> Bool {
    text.entries(head, .noun) != nil || text.entries(head, .artefact) != nil
      || StatementWords.standard.spoken.contains(text.lemma(head))
  }

  private func isWithWeapon(_ token: Int) -> Bool {
    tree.children(token).contains { child in
      child > token && tree.relation(child) == .prep && text.lemma(child) == "with"
        && tree.child(child, .pobj).map {
          StatementWords.standard.weapons.contains(text.lemma($0))
        } ?? false
    }
  }

  /// "attacked him over the budget", "as reckless"; not "for two days".
  private func isReproach(_ token: Int) -> Bool {
    tree.children(token).contains { child in
      guard child > token, tree.relation(child) == .prep,
        StatementWords.standard.reproaches.contains(text.lemma(child))
      else { return false }
      return !(tree.child(child, .pobj).map { text.isTime($0) } ?? false)
    }
  }
}
