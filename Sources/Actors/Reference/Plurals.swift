internal import Language
internal import Records
internal import Syntax

/// Nouns that stand for several who were named: "the two ministers", "both sides".
extension ActorGathering {
  /// The drafts that a counted plural stands for; empty where it is not told which.
  func several(_ head: Int) -> [Int] {
    guard tree.tag(head).isPlural, let count = count(head) else { return [] }
    let word = tree.lemma(head).lowercased()
    switch word {
    case "side", "country", "nation", "state", "government", "neighbor", "neighbour", "party",
      "power",
      "ally", "rival":
      return last(count, before: head) { $0.kind == .country }
    case "man", "woman", "pair", "leader", "politician", "official":
      return last(count, before: head) { $0.kind == .person && $0.person != nil }
    default:
      return last(count, before: head) { draft in
        draft.person != nil
          && draft.roles.contains { $0.title.split(separator: " ").contains { $0 == word } }
      }
    }
  }

  private func count(_ head: Int) -> Int? {
    var count: Int?
    var isDefinite = false
    for child in tree.children(head) where child < head {
      switch tree.doc.text(child).lowercased() {
      case "the", "these", "those": isDefinite = true
      case "both": return 2
      case "two", "2": count = 2
      case "three", "3": count = 3
      case "four", "4": count = 4
      default: continue
      }
    }
    return isDefinite ? count : nil
  }

  /// The so many that were mentioned last, where exactly so many stand in the sentences near.
  private func last(_ count: Int, before head: Int, where fits: (ActorDraft) -> Bool) -> [Int] {
    let sentence = tree.sentenceNumber(head)
    for reach in 0...6 {
      var found: [Int] = []
      for index in drafts.indices where fits(drafts[index]) {
        let isNear = drafts[index].mentions.contains {
          $0.head < head && sentence - tree.sentenceNumber($0.head) <= reach
        }
        if isNear { found.append(index) }
      }
      if found.count == count { return found }
      if found.count > count { return [] }
    }
    return []
  }
}
