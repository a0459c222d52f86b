import CTables

/// News agencies, by the names they sign with.
package enum Agencies {
  /// The agencies named in a line that names makers: a sign-off ("msh/ab (AFP, Reuters)"), the
  /// head of a dateline ("BERLIN (dpa/lsw)"), a byline ("Associated Press"), a credit.
  ///
  /// Short names become the one the agency goes by ("DPA" is "dpa"), a full name stays as printed.
  /// Each agency once, in the order of the line. Not for running text, where "AP" or "TT" may be
  /// anything.
  package static func names(in line: String) -> [String] {
    guard line.utf8.count <= 400 else { return [] }
    var found: [String] = []
    var seen: Set<Int> = []
    var i = 0
    let words = words(of: line)
    while i < words.count {
      if let (entry, length) = longest(at: i, in: words), !entry.isWord || words.count <= 3 {
        if seen.insert(entry.agency).inserted {
          found.append(entry.fullName ?? table.names[entry.agency])
        }
        i += length
      } else {
        i += 1
      }
    }
    return found
  }

  /// Whether the whole text is the name of an agency ("dpa", "The Associated Press", "AFP/dpa").
  package static func isAgency(_ text: String) -> Bool {
    let words = words(of: text)
    var i = 0
    while i < words.count {
      guard let (_, length) = longest(at: i, in: words) else { return false }
      i += length
    }
    return i > 0
  }

  /// The name an agency goes by, for any spelling of it ("The Associated Press" is "AP"); `nil` for
  /// a text that is not one agency's name.
  package static func canonical(_ name: String) -> String? {
    let words = words(of: name)
    guard let (entry, length) = words.isEmpty ? nil : longest(at: 0, in: words),
      length == words.count
    else { return nil }
    return table.names[entry.agency]
  }

  private struct Entry {
    var agency: Int
    /// It is a word or place too.
    var isWord: Bool
    /// The spelling, where it is a name in full ("Associated Press").
    var fullName: String?
  }

  private static let table: (names: [String], spellings: [String: Entry], firsts: [String: Int]) = {
    var names: [String] = []
    var spellings: [String: Entry] = [:]
    var firsts: [String: Int] = [:]
    for row in DataTable(dateline_table_agencies()).rows where row.count == 3 {
      let ambiguous = Set(row.string(2).split(separator: "|"))
      for spelling in [row.string(0)[...]] + row.string(1).split(separator: "|") {
        let words = words(of: String(spelling))
        guard let first = words.first else { continue }
        spellings[words.joined(separator: " ")] = Entry(
          agency: names.count, isWord: ambiguous.contains(spelling),
          fullName: fullName(String(spelling)))
        firsts[first] = max(firsts[first] ?? 0, words.count)
      }
      names.append(row.string(0))
    }
    return (names, spellings, firsts)
  }()

  private static func longest(at i: Int, in words: [String]) -> (entry: Entry, words: Int)? {
    guard var length = table.firsts[words[i]] else { return nil }
    length = min(length, words.count - i)
    while length > 0 {
      if let entry = table.spellings[words[i..<i + length].joined(separator: " ")] {
        return (entry, length)
      }
      length -= 1
    }
    return nil
  }

  private static func fullName(_ spelling: String) -> String? {
    guard spelling.contains(" "), spelling.utf8.count > 8 else { return nil }
    return spelling
  }

  /// Words of letters and digits; every other mark parts them.
  private static func words(of line: String) -> [String] {
    line.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
  }
}
