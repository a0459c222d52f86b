import Pages

/// Shows and times the trees that the HTML parser makes.
///
/// `dateline-tree dump` reads documents from standard input, each after a line with its number of
/// bytes, and writes the tree of each in the format of the html5lib tests, framed the same way.
/// `dateline-tree bench ROUNDS FILE...` parses the files and prints megabytes a
/// second of processor time, in the best round.
@main
struct DatelineTree {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "dump": dump()
    case "bench": bench(rounds: arguments.dropFirst().first, files: arguments.dropFirst(2))
    default: print("usage: dateline-tree dump < FRAMES | dateline-tree bench ROUNDS FILE...")
    }
  }

  private static func dump() {
    while let count = StandardStreams.readNumber(), let page = StandardStreams.read(count) {
      let text = HTMLParser.parse(page).dump()
      StandardStreams.write(Array("\(text.count)\n".utf8) + text)
    }
  }

  private static func bench(rounds: String?, files: ArraySlice<String>) {
    let rounds = rounds.flatMap { Int($0) } ?? 1
    let pages = files.compactMap { StandardStreams.contents(of: $0) }
    let size = pages.reduce(0) { $0 + $1.count }
    var nodes = 0
    var best = Double.infinity
    for _ in 0..<rounds {
      nodes = 0
      let start = StandardStreams.processorSeconds()
      for page in pages { nodes += HTMLParser.parse(page).count }
      best = min(best, StandardStreams.processorSeconds() - start)
    }
    let rate = (Double(size) / 1e6 / best).rounded()
    print("\(pages.count) pages, \(size) bytes, \(nodes) nodes, best of \(rounds): \(rate) MB/s")
  }
}
