import Kernels

/// Named entities: one action a token, begin, in, last, unit or out (BILUO), greedily.
final class EntityRecognizer {
  static let slots = 3

  private let classes: [TransitionClass]
  private let network: TransitionNetwork
  private let convolutions: Convolutions
  private let cache: FormCache
  private let masks: ClassMasks
  private let forms: UnsafeMutablePointer<FormSlots>
  private let block: FloatBuffer
  /// What the open entity's first token and the previous token contribute, kept beyond their
  /// block: copies of one slot each.
  private let opening: FloatBuffer
  private let before: FloatBuffer

  init(model: LanguageModel, cache: FormCache) {
    self.cache = cache
    classes = model.info.entityClasses
    network = TransitionNetwork(
      model: model, prefix: "ner", slots: EntityRecognizer.slots, classes: classes.count)
    convolutions = Convolutions(
      model: model, shape: model.info.entityTok2Vec, prefix: "ner")
    let labels = model.labels.entities.count
    masks = ClassMasks(classes, padded: network.classes, count: 3 + labels * 2) {
      mask, transition in
      Situation(mask: mask).allows(transition)
    }
    forms = .allocate(capacity: Convolutions.block + 2 * TokenRows.padding)
    block = FloatBuffer(count: Convolutions.block * network.rowWidth)
    opening = FloatBuffer(count: TensorPacker.slotWidth)
    before = FloatBuffer(count: TensorPacker.slotWidth)
  }

  deinit { forms.deallocate() }

  /// Marks for all rows, in order. `token` tells what each row is, `nil` for padding.
  func recognize(
    _ rows: TokenRows, token: (_ row: Int) -> EntityToken?,
    mark: (_ row: Int, EntityMark) -> Void
  ) {
    var open: UInt8 = 0
    let padding = TokenRows.padding
    for first in stride(from: 0, to: rows.count, by: Convolutions.block) {
      let count = min(Convolutions.block, rows.count - first)
      cache.find(first - padding..<first + count + padding, of: rows, into: forms)
      let vectors = convolutions.encode(rows: count, forms: forms, cache: cache, network: 1)
      network.contributions(of: vectors, rows: count, into: block.floats)
      for i in 0..<count {
        guard let token = token(first + i) else {
          open = 0
          continue
        }
        mark(first + i, step(UnsafePointer(block.floats + i * network.rowWidth), token, &open))
      }
    }
  }

  private func step(
    _ row: UnsafePointer<Float>, _ token: EntityToken, _ open: inout UInt8
  ) -> EntityMark {
    let width = TensorPacker.slotWidth
    let number = withUnsafeTemporaryAllocation(
      of: UnsafePointer<Float>?.self, capacity: EntityRecognizer.slots
    ) { state -> Int in
      guard let start = state.baseAddress else { return -1 }
      start[0] = row
      start[1] = open == 0 ? network.missing(1) : UnsafePointer(opening.floats)
      start[2] = open == 0 ? network.missing(2) : UnsafePointer(before.floats)
      return network.decide(start, mask: masks[Situation(open: open, token).mask])
    }
    before.floats.update(from: row + 2 * width, count: width)
    guard number >= 0, let action = EntityAction(rawValue: Int(classes[number].action)) else {
      return EntityMark()
    }
    let label = classes[number].label
    switch action {
    case .missing, .out: return EntityMark()
    case .begin:
      opening.floats.update(from: row + width, count: width)
      open = label
      return EntityMark(position: .begin, label: label)
    case .unit: return EntityMark(position: .begin, label: label)
    case .inside: return EntityMark(position: .inside, label: label)
    case .last:
      open = 0
      return EntityMark(position: .inside, label: label)
    }
  }

  /// What decides which classes are valid.
  private struct Situation {
    /// The open entity's label, 0 for none.
    var open: UInt8
    var isSpace: Bool
    /// An entity may go on behind this token.
    var goesOn: Bool

    init(open: UInt8, _ token: EntityToken) {
      self.open = open
      isSpace = token.isSpace
      goesOn = !token.endsSentence
    }

    init(mask: Int) {
      open = mask < 3 ? 0 : UInt8((mask - 3) / 2 + 1)
      isSpace = mask == 0
      goesOn = mask < 3 ? mask == 2 : (mask - 3) % 2 == 1
    }

    var mask: Int {
      if open > 0 { return 3 + Int(open - 1) * 2 + (goesOn ? 1 : 0) }
      return isSpace ? 0 : goesOn ? 2 : 1
    }

    func allows(_ transition: TransitionClass) -> Bool {
      switch EntityAction(rawValue: Int(transition.action)) {
      case .begin: open == 0 && !isSpace && goesOn && transition.label != 0
      case .unit: open == 0 && !isSpace && transition.label != 0
      case .out: open == 0
      case .inside: open != 0 && transition.label == open && goesOn
      case .last: open != 0 && transition.label == open
      case .missing, nil: false
      }
    }
  }
}

/// What the recognizer must know of a token beside its vector.
struct EntityToken {
  var isSpace: Bool
  /// It is the text's last, or the next one starts a sentence.
  var endsSentence: Bool
}

/// A token's place in an entity.
struct EntityMark {
  enum Position: UInt8 {
    /// Numbers as the published model's documents give them.
    case inside = 1
    case outside = 2
    case begin = 3
  }

  var position = Position.outside
  var label: UInt8 = 0
}

/// The recognizer's actions by the published model's numbers.
enum EntityAction: Int {
  case missing, begin, inside, last, unit, out
}
