/// Turns the transitions' arcs into the final tree: roots, lifted arcs put back down, sentences.
struct TreeFinisher {
  private let classes: [TransitionClass]
  private let root: UInt8

  init(model: LanguageModel) {
    classes = model.info.parserClasses
    root = UInt8(model.labels.relations.firstIndex(of: "ROOT") ?? 0)
  }

  func finish(heads: [Int32], arcs: [UInt8], isSpace: (Int) -> Bool) -> ParsedTree {
    var tree = ParsedTree(
      heads: heads, relations: arcs.map { classes[Int($0)].label },
      startsSentence: [Bool](repeating: false, count: heads.count))
    var lifted: [Int] = []
    for i in heads.indices {
      if heads[i] < 0 {
        tree.heads[i] = Int32(i)
        tree.relations[i] = root
      } else if classes[Int(arcs[i])].lifted != 255 {
        lifted.append(i)
      }
    }
    var edges = SubtreeEdges(heads: tree.heads)
    if !lifted.isEmpty {
      for token in lifted {
        lower(token, wanted: classes[Int(arcs[token])].lifted, arcs, &tree, edges, isSpace)
      }
      edges = SubtreeEdges(heads: tree.heads)
    }
    for i in heads.indices where tree.heads[i] == Int32(i) {
      tree.startsSentence[Int(edges.left[i])] = true
    }
    return tree
  }

  /// Most tokens that are looked at for one lifted token; prose asks for a few hundred.
  private static let farthest = 1 << 14

  /// Gives a lifted token the head it was lifted from: the first token of the wanted relation below
  /// its present head, breadth first; none: the head stays.
  ///
  /// Tokens later in the text that are lifted themselves still bear their lifted label, which no
  /// relation equals.
  private func lower(
    _ token: Int, wanted: UInt8, _ arcs: [UInt8], _ tree: inout ParsedTree, _ edges: SubtreeEdges,
    _ isSpace: (Int) -> Bool
  ) {
    var queue = [Int(tree.heads[token])]
    var steps = 0
    while !queue.isEmpty {
      var next: [Int] = []
      for parent in queue {
        // In a heap of marks each token may be lifted, and all stand below one.
        steps += Int(edges.right[parent] - edges.left[parent])
        guard steps < Self.farthest else { return }
        for child in Int(edges.left[parent])...Int(edges.right[parent])
        where child != parent && child != token && Int(tree.heads[child]) == parent {
          if isSpace(child) { continue }
          let stillLifted = child > token && classes[Int(arcs[child])].lifted != 255
          if tree.relations[child] == wanted, !stillLifted {
            tree.heads[token] = Int32(child)
            return
          }
          next.append(child)
        }
      }
      queue = next
    }
  }
}

/// Leftmost and rightmost token of every subtree.
struct SubtreeEdges {
  private(set) var left: [Int32]
  private(set) var right: [Int32]

  /// Widens heads by their dependents, forward and backward, until every head lies within the
  /// sentence that the roots' left edges delimit; one round is enough for nearly all texts, and
  /// the published implementation stops after a dozen.
  init(heads: [Int32]) {
    left = heads.indices.map(Int32.init)
    right = left
    for _ in 0..<12 {
      for i in heads.indices { widen(i, heads) }
      for i in heads.indices.reversed() { widen(i, heads) }
      if isSettled(heads) { return }
    }
  }

  private mutating func widen(_ i: Int, _ heads: [Int32]) {
    let head = Int(heads[i])
    left[head] = min(left[head], left[i])
    right[head] = max(right[head], right[i])
  }

  private func isSettled(_ heads: [Int32]) -> Bool {
    var starts = [Bool](repeating: false, count: heads.count)
    for i in heads.indices where heads[i] == Int32(i) { starts[Int(left[i])] = true }
    var start = 0
    for i in heads.indices where (i > 0 && starts[i]) || i == heads.count - 1 {
      for j in start..<i where heads[j] < Int32(start) || heads[j] >= Int32(i + 1) { return false }
      start = i
    }
    return true
  }
}
