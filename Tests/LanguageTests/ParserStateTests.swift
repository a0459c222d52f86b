import Testing

@testable import Language

@Suite struct ParserStateTests {
  private func slots(_ state: ParserState) -> [Int32] {
    var found: [Int32] = []
    state.slots { _, token in found.append(token) }
    return found
  }

  private func valid(_ state: ParserState) -> Set<ParserAction> {
    Set(
      [.shift, .reduce, .left, .right, .breakSentence].filter {
        state.validActions >> $0.rawValue & 1 == 1
      })
  }

  @Test func buildsATree() {
    var state = ParserState()
    state.reset(count: 3)
    #expect(slots(state) == [0, 1, -1, -1, -1, -1, -1, -1])
    #expect(valid(state) == [.shift, .breakSentence])
    state.apply(.shift, arc: 0)
    #expect(valid(state) == [.shift, .reduce, .left, .right, .breakSentence])
    // 1 takes 0 from the left, goes on the stack, takes 2 to its right.
    state.apply(.left, arc: 7)
    #expect(slots(state) == [1, 2, -1, -1, -1, 0, -1, -1])
    state.apply(.shift, arc: 0)
    state.apply(.right, arc: 9)
    #expect(slots(state) == [-1, -1, 2, 1, -1, -1, -1, -1])
    #expect(valid(state) == [.reduce])
    state.apply(.reduce, arc: 0)
    state.apply(.reduce, arc: 0)
    #expect(state.isFinal)
    #expect(state.heads == [1, -1, 1])
    #expect(state.arcs[0] == 7 && state.arcs[2] == 9)
  }

  @Test func putsHeadlessTokensBack() {
    var state = ParserState()
    state.reset(count: 3)
    state.apply(.shift, arc: 0)
    state.apply(.shift, arc: 0)
    state.apply(.reduce, arc: 0)
    // Token 1 is first in the buffer again and may not be shifted.
    #expect(slots(state).prefix(3) == [1, 2, 0])
    #expect(!valid(state).contains(.shift))
    state.apply(.left, arc: 1)
    #expect(valid(state).contains(.shift))
  }

  @Test func aNewHeadReplacesTheOld() {
    var state = ParserState()
    state.reset(count: 3)
    state.apply(.shift, arc: 0)
    state.apply(.right, arc: 1)
    #expect(state.heads == [-1, 0, -1])
    state.apply(.left, arc: 2)
    #expect(state.heads == [-1, 2, -1])
    // Token 0 has lost its dependent, token 2 has won it.
    #expect(slots(state) == [2, -1, 0, -1, -1, 1, -1, -1])
  }

  @Test func nothingReachesOverASentenceStart() {
    var state = ParserState()
    state.reset(count: 3)
    state.apply(.shift, arc: 0)
    state.apply(.breakSentence, arc: 0)
    state.apply(.right, arc: 1)
    #expect(valid(state) == [.reduce])
    state.apply(.reduce, arc: 0)
    state.apply(.reduce, arc: 0)
    #expect(valid(state) == [.shift])
  }

  @Test func edgesOfSubtrees() {
    let edges = SubtreeEdges(heads: [1, 3, 1, 3, 3])
    #expect(edges.left == [0, 0, 2, 0, 4])
    #expect(edges.right == [0, 2, 2, 4, 4])
  }
}
