internal import Records

extension Record {
  /// Takes some actors out of the record: who is left is numbered anew, and what referred to one of
  /// them keeps its words and codes.
  mutating func leaveOut(actors left: Set<Int>) {
    guard !left.isEmpty else { return }
    var numbers: [Int?] = []
    var kept: [Actor] = []
    for (number, actor) in actors.enumerated() {
      if left.contains(number) {
        numbers.append(nil)
      } else {
        numbers.append(kept.count)
        kept.append(actor)
        kept[kept.count - 1].id = kept.count - 1
      }
    }
    actors = kept
    for index in statements.indices {
      let actor = statements[index].speaker?.actor
      statements[index].speaker?.actor = actor.flatMap { numbers[$0] }
    }
    for index in events.indices {
      for side in [\Event.sources, \Event.targets] {
        for party in events[index][keyPath: side].indices {
          let actor = events[index][keyPath: side][party].actor
          events[index][keyPath: side][party].actor = actor.flatMap { numbers[$0] }
        }
      }
    }
  }
}
