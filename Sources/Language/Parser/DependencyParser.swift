/// Dependencies and sentences: greedy transitions, then labels and edges put in order.
final class DependencyParser {
  static let slots = 8

  private let classes: [TransitionClass]
  private let network: TransitionNetwork
  private let masks: ClassMasks
  private var state = ParserState()
  let rows: RowBlocks
  private let tree: TreeFinisher

  init(model: LanguageModel, cache: FormCache) {
    classes = model.info.parserClasses
    network = TransitionNetwork(
      model: model, prefix: "parser", slots: DependencyParser.slots, classes: classes.count)
    masks = ClassMasks(classes, padded: network.classes, count: 32) { valid, transition in
      valid >> Int(transition.action) & 1 == 1
    }
    rows = RowBlocks(model: model, cache: cache, network: network)
    tree = TreeFinisher(model: model)
  }

  /// The tree of one text, whose tokens' rows start at `firstRow` of `rows`.
  func parse(count: Int, firstRow: Int, isSpace: (Int) -> Bool) -> ParsedTree {
    state.reset(count: count)
    run(firstRow: firstRow)
    return tree.finish(heads: state.heads, arcs: state.arcs, isSpace: isSpace)
  }

  private func run(firstRow: Int) {
    withUnsafeTemporaryAllocation(
      of: UnsafePointer<Float>?.self, capacity: DependencyParser.slots
    ) { slots in
      guard let start = slots.baseAddress else { return }
      while !state.isFinal {
        rows.tick()
        state.slots { slot, token in
          start[slot] =
            token < 0
            ? network.missing(slot)
            : rows.contributions(firstRow + Int(token)) + slot * TensorPacker.slotWidth
        }
        let number = network.decide(start, mask: masks[state.validActions])
        guard number >= 0, let action = ParserAction(rawValue: Int(classes[number].action)) else {
          return
        }
        state.apply(action, arc: UInt8(number))
      }
    }
  }
}

/// A text's dependencies.
struct ParsedTree {
  /// A root is its own head.
  var heads: [Int32]
  /// Label numbers.
  var relations: [UInt8]
  var startsSentence: [Bool]
}
