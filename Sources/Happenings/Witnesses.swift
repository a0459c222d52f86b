extension Witness {
  /// How many of them are independent: reports of one outlet, with a credit to one agency, or
  /// with nearly the same text count as one, also over a third.
  package static func independent(_ witnesses: [Witness]) -> Int {
    var groups = DisjointSets(count: witnesses.count)
    var first: [Mark: Int] = [:]
    for (index, witness) in witnesses.enumerated() {
      for mark in witness.marks {
        if let other = first[mark] { groups.unite(other, index) } else { first[mark] = index }
      }
    }
    return groups.count
  }

  private enum Mark: Hashable {
    case outlet(Int)
    case agency(String)
    case copy(Int)
  }

  private var marks: [Mark] {
    [.copy(copy)] + (outlet.map { [.outlet($0)] } ?? [])
      + agencies.map { .agency($0.lowercased()) }
  }
}

/// Union-find over 0..<count, with path halving.
struct DisjointSets: Sendable {
  private var parent: [Int]
  private(set) var count: Int

  init(count: Int) {
    parent = Array(0..<count)
    self.count = count
  }

  mutating func find(_ element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  /// The smaller of the two heads becomes that of both.
  mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (find(a), find(b))
    guard a != b else { return }
    parent[max(a, b)] = min(a, b)
    count -= 1
  }
}
