import Testing

@testable import Pages

/// Input that is made to hurt: depth, breadth, repetition, and bytes without any sense.
@Suite struct MarkupHostileTests {
  private static func tree(_ source: String) -> HTMLTree { HTMLParser.parse(Array(source.utf8)) }

  private static func depth(_ tree: HTMLTree) -> Int {
    var deepest = 0
    var depths = [Int](repeating: 0, count: tree.count)
    for node in tree.preorder(tree.root) {
      guard let parent = tree.parent(node) else { continue }
      depths[node.index] = depths[parent.index] + 1
      deepest = max(deepest, depths[node.index])
    }
    return deepest
  }

  @Test(arguments: [
    "<div>", "<b>", "<a><div>", "<table><tr><td>", "<svg><g>", "<template>", "<ul><li>",
    "<font><p>",
    "<math><mi>", "<select><option>", "<frameset>", "<svg><foreignObject>", "<button>",
    "<ruby><rt>",
  ])
  func nestingIsLimited(_ markup: String) {
    let tree = Self.tree(String(repeating: markup, count: 4000) + "x")
    #expect(Self.depth(tree) <= 2 * OpenElements.limit + 10)
  }

  @Test func whatIsBehindTheLimitStandsBesideIt() {
    let tree = Self.tree(String(repeating: "<div>", count: 1000) + "<p>x")
    #expect(tree.preorder(tree.root).filter { tree.tag($0) == .div }.count == 1000)
    #expect(tree.textContent(tree.root) == "x")
  }

  @Test func scriptsAreReadBehindTheLimit() {
    let deep = String(repeating: "<div>", count: 1000)
    let tree = Self.tree(deep + "<script><p></script><title>&amp;</title>")
    #expect(tree.textContent(tree.root) == "<p>&")
  }

  /// A rule that goes over all that came before, for every tag, would be felt here.
  @Test(arguments: [
    "<p><b id=§>", "<font color=§><p>", "<body a§=1>", "<t§>", "<p a§=1>",
    "<table>x&amp;<td>y&amp;",
    "<a href=§><div>", "<i><p></i>", "&", "<", "</li>", "<li>", "<nobr id=§>x</nobr>", "\0", "]]",
    "<title>&amp;</titl", "<!--", "<marquee></b>", "<b><object></b>",
  ])
  func repetitionCostsNoMoreThanItsLength(_ markup: String) {
    let parts = markup.split(separator: "§", omittingEmptySubsequences: false)
    let source = (0..<5_000).map { parts.joined(separator: "\($0)") }.joined()
    let tree = Self.tree(source)
    #expect(tree.count < 300_000)
  }

  @Test func anAttributeCountsOnceHoweverManyThereAre() {
    let names = (0..<66_000).map { " a\($0)=1" }.joined()
    let tree = Self.tree("<p\(names) a1=2 a2=2 b=1>")
    let pairs = tree.first(.p, in: tree.root).map { tree.attributePairs($0) } ?? []
    #expect(pairs.count > 60_000)
    #expect(pairs.allSatisfy { $0.value == "1" })
  }

  @Test func randomBytesHaveATree() {
    var random = SplitMix(state: 7)
    let alphabet = Array("<>/=!-?&;#x'\" \n\0apbtdsvgrcil[]CDATA".utf8)
    for _ in 0..<500 {
      let bytes = (0..<Int(random.next() % 200)).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      check(HTMLParser.parse(bytes))
    }
  }

  @Test func randomTagsHaveATree() {
    var random = SplitMix(state: 11)
    let tags = [
      "p", "b", "a", "table", "tr", "td", "template", "svg", "math", "mi", "select", "option",
      "script", "title", "frameset", "form", "button", "li", "desc", "body", "html", "caption",
      "col",
    ]
    for _ in 0..<500 {
      let source = (0..<Int(random.next() % 40)).map { _ in
        let tag = tags[Int(random.next() % UInt64(tags.count))]
        return ["<\(tag)>", "</\(tag)>", "x", " "][Int(random.next() % 4)]
      }
      check(HTMLParser.parse(Array(source.joined().utf8)))
    }
  }

  /// Links agree in both directions, and every node but the dropped ones hangs below the root once.
  private func check(_ tree: HTMLTree) {
    var seen = Set<HTMLTree.NodeID>()
    for node in tree.preorder(tree.root) {
      #expect(seen.insert(node).inserted)
      var previous: HTMLTree.NodeID?
      for child in tree.children(node) {
        #expect(tree.parent(child) == node)
        #expect(tree.previousSibling(child) == previous)
        previous = child
      }
      #expect(tree.lastChild(node) == previous)
      #expect(tree.text(node).utf8.count <= tree.bytes.count)
    }
  }
}

/// Repeatable random numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
