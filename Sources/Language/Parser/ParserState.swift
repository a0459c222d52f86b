/// The arc-eager state with put-back: a stack, a buffer, and the arcs so far.
///
/// Source: Honnibal and Johnson 2014 (non-monotonic arc-eager), as spaCy 3 runs it. Tokens are
/// numbers from 0; -1 is none. All arrays are linear in the number of tokens.
struct ParserState {
  private(set) var heads: [Int32] = []
  /// Class of the arc to the head.
  private(set) var arcs: [UInt8] = []
  private(set) var startsSentence: [Bool] = []
  private var isUnshiftable: [Bool] = []
  private var stack: [Int32] = []
  /// Tokens put back; the last is the buffer's first.
  private var putBack: [Int32] = []
  private var bufferStart: Int32 = 0
  private var count: Int32 = 0
  /// Of each token the dependent attached last on either side, and of each dependent the one
  /// attached before it on the same side.
  private var lastLeft: [Int32] = []
  private var lastRight: [Int32] = []
  private var previous: [Int32] = []

  mutating func reset(count: Int) {
    self.count = Int32(count)
    func fill<Value>(_ array: inout [Value], _ value: Value) {
      array.removeAll(keepingCapacity: true)
      array.append(contentsOf: repeatElement(value, count: count))
    }
    fill(&heads, -1)
    fill(&arcs, 0)
    fill(&startsSentence, false)
    fill(&isUnshiftable, false)
    fill(&lastLeft, -1)
    fill(&lastRight, -1)
    fill(&previous, -1)
    if count > 0 { startsSentence[0] = true }
    stack.removeAll(keepingCapacity: true)
    putBack.removeAll(keepingCapacity: true)
    bufferStart = 0
  }

  var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

  private var bufferCount: Int { Int(count - bufferStart) + putBack.count }

  private func buffer(_ i: Int) -> Int32 {
    if i < putBack.count { return putBack[putBack.count - 1 - i] }
    let token = bufferStart + Int32(i - putBack.count)
    return token < count ? token : -1
  }

  private func stack(_ i: Int) -> Int32 { i < stack.count ? stack[stack.count - 1 - i] : -1 }

  /// The tokens that the network looks at, in the order of its slots.
  func slots(_ visit: (_ slot: Int, _ token: Int32) -> Void) {
    let b0 = buffer(0)
    let s0 = stack(0)
    visit(0, b0)
    visit(1, buffer(1))
    visit(2, s0)
    visit(3, stack(1))
    visit(4, stack(2))
    visit(5, b0 < 0 ? -1 : lastLeft[Int(b0)])
    visit(6, s0 < 0 ? -1 : lastLeft[Int(s0)])
    visit(7, s0 < 0 ? -1 : lastRight[Int(s0)])
  }

  /// Which actions are valid, a bit each by `ParserAction`.
  var validActions: Int {
    let b0 = buffer(0)
    let b1 = buffer(1)
    let atStart = b0 >= 0 && startsSentence[Int(b0)]
    var valid = 0
    if stack.isEmpty || (bufferCount >= 2 && !atStart && !isUnshiftable[Int(b0)]) {
      valid |= 1 << ParserAction.shift.rawValue
    }
    if !stack.isEmpty { valid |= 1 << ParserAction.reduce.rawValue }
    if !stack.isEmpty, bufferCount > 0, !atStart {
      valid |= 1 << ParserAction.left.rawValue | 1 << ParserAction.right.rawValue
    }
    if bufferCount >= 2, b1 == b0 + 1, !startsSentence[Int(b1)] {
      valid |= 1 << ParserAction.breakSentence.rawValue
    }
    return valid
  }

  /// Carries out a valid action; `arc` is its class.
  mutating func apply(_ action: ParserAction, arc: UInt8) {
    switch action {
    case .shift: shift()
    case .reduce:
      let token = stack.removeLast()
      if heads[Int(token)] < 0, !stack.isEmpty {
        isUnshiftable[Int(token)] = true
        putBack.append(token)
      }
    case .left:
      let token = stack.removeLast()
      let head = buffer(0)
      attach(token, to: head, arc)
      isUnshiftable[Int(head)] = false
    case .right:
      attach(buffer(0), to: stack(0), arc)
      shift()
    case .breakSentence:
      startsSentence[Int(buffer(1))] = true
    }
  }

  private mutating func shift() {
    if let token = putBack.popLast() {
      stack.append(token)
    } else {
      stack.append(bufferStart)
      bufferStart += 1
    }
  }

  /// An earlier head is given up; the dependent is then the last of that head's.
  private mutating func attach(_ token: Int32, to head: Int32, _ arc: UInt8) {
    let child = Int(token)
    let old = heads[child]
    if old >= 0 {
      if old > token {
        if lastLeft[Int(old)] == token { lastLeft[Int(old)] = previous[child] }
      } else if lastRight[Int(old)] == token {
        lastRight[Int(old)] = previous[child]
      }
    }
    if head > token {
      previous[child] = lastLeft[Int(head)]
      lastLeft[Int(head)] = token
    } else {
      previous[child] = lastRight[Int(head)]
      lastRight[Int(head)] = token
    }
    heads[child] = head
    arcs[child] = arc
  }
}

/// The parser's actions by the published model's numbers.
enum ParserAction: Int {
  /// The buffer's first token goes on the stack.
  case shift
  /// The stack's top goes; without a head it goes back to the buffer.
  case reduce
  /// The buffer's first becomes the head of the stack's top.
  case left
  /// The stack's top becomes the head of the buffer's first, which goes on the stack.
  case right
  /// The buffer's second token starts a sentence.
  case breakSentence
}
