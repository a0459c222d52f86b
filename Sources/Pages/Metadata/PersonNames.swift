/// Reads the names of makers out of a byline or a declared author.
enum PersonNames {
  /// How sure it is that the text holds names.
  enum Trust {
    /// A declaration or a link to an author: all of it is names.
    case declared
    /// A link to an author or microdata's author: all of it is names, perhaps with "By".
    case link
    /// An element called a byline: names among other words.
    case labelled
    /// Any line near the headline: only what a leading word ("By") announces.
    case line
  }

  /// The names in order, each once; empty where the text has none.
  static func names(in text: String, trust: Trust) -> [String] {
    let text = PlainValue.words(text)
    guard !text.isEmpty, text.utf8.count <= 400 else { return [] }
    var found: [String] = []
    var keys: Set<String> = []
    var isAnnounced = false
    for segment in trust == .declared ? [text] : segments(text) {
      var (rest, lead) = withoutLead(segment)
      // "Posted on 3 May 2024 by Ana Lind"
      if !lead, trust == .labelled, let inner = behindInnerLead(segment) {
        (rest, lead) = (inner, true)
      }
      if lead { isAnnounced = true }
      if trust == .line, !isAnnounced { return [] }
      var names = parts(rest).compactMap { name($0, trust: trust) }
      if names.isEmpty, lead, trust == .labelled, let account = account(rest) { names = [account] }
      // "Ana Lind, Paris" and "Ana Lind, Reporterin": a lone word beside a full name is none.
      if trust != .declared, names.contains(where: { $0.contains(" ") }) {
        names.removeAll {
          !$0.contains(" ") && $0.utf8.allSatisfy { $0 < 0xE0 } && !Agencies.isAgency($0)
        }
      }
      for name in names where keys.insert(TitleLikeness.key(name)).inserted { found.append(name) }
      // A byline ends with its first segment that has names, unless it goes on with "By".
      if trust != .declared, !found.isEmpty { break }
    }
    return Array(found.prefix(12))
  }

  /// Whether a line begins with a word that leads to a name.
  static func isAnnounced(_ line: String) -> Bool {
    segments(line).prefix(3).contains { withoutLead($0).lead }
  }

  // MARK: Cutting

  /// Pieces between bars, dots and dashes with blanks.
  private static func segments(_ text: String) -> [String] {
    var out: [String] = []
    var current = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let isBar: Bool
      switch scalar {
      case "|", "•", "©", "·", "｜", "(", ")", "[", "]", "<", ">", "*": isBar = true
      case "–", "—", "-":
        isBar =
          i > 0 && scalars[i - 1] == " " && i + 1 < scalars.count
          && scalars[i + 1] == " "
      default: isBar = false
      }
      if isBar {
        if !current.isEmpty { out.append(String(current)) }
        current = .init()
      } else {
        current.append(scalar)
      }
    }
    if !current.isEmpty { out.append(String(current)) }
    return out.map { PlainValue.words($0) }.filter { !$0.isEmpty }
  }

  /// Takes leading words off: "Text: Von Ana Lind" is "Ana Lind".
  private static func withoutLead(_ text: String) -> (rest: String, lead: Bool) {
    var words = text.split(separator: " ")[...]
    var lead = false
    for _ in 0..<3 {
      let lower = words.prefix(6).map { bare($0) }
      let count = BylineWords.table.leadLength(lower[...])
      guard count > 0, count < words.count || lead else { break }
      // Without a colon a word that is also a job needs a capital behind it; "de" and "da" too.
      let last = words[words.startIndex + count - 1]
      let next = words.count > count ? words[words.startIndex + count] : nil
      guard last.hasSuffix(":") || next == ":" || next.map(startsName) ?? true else { break }
      words = words.dropFirst(next == ":" ? count + 1 : count)
      lead = true
    }
    if !lead, let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let head = text[..<colon].split(separator: " ").map { bare($0) }
      if BylineWords.table.leadLength(head[...]) == head.count, !head.isEmpty {
        return (PlainValue.words(String(text[text.index(after: colon)...])), true)
      }
    }
    return (words.joined(separator: " "), lead)
  }

  /// What stands behind a leading word within a line whose beginning tells when it was posted.
  private static func behindInnerLead(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count >= 4,
      BylineWords.table.isStop(bare(words[0]))
        || DateCues.table.meaning(before: String(words[0])) != nil
    else { return nil }
    for i in 1..<words.count - 1
    where words[i].first?.isLowercase == true && startsName(words[i + 1])
      && BylineWords.table.leadLength([bare(words[i])]) == 1
      && text.utf8.contains(where: \.isDigit)
    {
      return words[(i + 1)...].joined(separator: " ")
    }
    return nil
  }

  /// The name of an account behind "posted by": one word, in small letters.
  private static func account(_ text: String) -> String? {
    let words = upToStop(text.split(separator: " ").map { $0 })
    guard words.count == 1, let word = words.first, word.utf8.count >= 3,
      word.utf8.allSatisfy(\.isLowerASCII), !BylineWords.table.isRole(String(word))
    else { return nil }
    return String(word)
  }

  private static func bare(_ word: Substring) -> String {
    var scalars = word.unicodeScalars
    while let last = scalars.last, ":.,;/：".unicodeScalars.contains(last) { scalars.removeLast() }
    while let first = scalars.first, "(\u{AB}\"".unicodeScalars.contains(first) {
      scalars.removeFirst()
    }
    return String(scalars).lowercased()
  }

  private static func startsName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase
      || !first.properties.isCased && first.properties.isAlphabetic
  }

  /// Splits at commas and joining words.
  private static func parts(_ text: String) -> [String] {
    var out: [String] = []
    var current: [Substring] = []
    func close() {
      if !current.isEmpty { out.append(current.joined(separator: " ")) }
      current = []
    }
    for piece in text.split(whereSeparator: { ",;/、，".contains($0) }) {
      for word in piece.split(separator: " ") {
        // "i", "a", "e" and "y" are initials too, with a stop or in capitals.
        if BylineWords.table.isJoin(word.lowercased()),
          word.first?.isUppercase != true
            || word.count > 2, !current.isEmpty
        {
          close()
        } else {
          current.append(word)
        }
      }
      close()
    }
    return out
  }

  // MARK: One name

  private static func name(_ part: String, trust: Trust) -> String? {
    let isWhole = trust == .declared || trust == .link
    var words = part.replacing("\u{A0}", with: " ").split(separator: " ").filter { word in
      !word.contains("@") && !word.lowercased().hasPrefix("http")
        && !word.lowercased().hasPrefix("www.")
    }
    if let lead = words.first, words.count > 1, BylineWords.table.leadLength([bare(lead)]) == 1,
      startsName(words[1]), lead.first?.isUppercase != true || lead.hasSuffix(":")
    {
      words.removeFirst()
    }
    if trust == .link {
      guard let rest = withoutInvitation(words) else { return nil }
      words = rest
    }
    if trust == .labelled || trust == .line { words = upToStop(words) }
    words = withoutRoles(words, trust: trust)
    guard !words.isEmpty, words.count <= (isWhole ? 8 : 5) else { return nil }
    let name = trimmed(words.joined(separator: " "))
    guard name.utf8.count >= 2, name.utf8.count <= 100 else { return nil }
    return isWhole || isName(words) ? name : nil
  }

  /// Takes "View all posts by" off a link's words; `nil` where an invitation has no name, where the
  /// words are a label ("Authors"), and where they are a headline.
  private static func withoutInvitation(_ words: [Substring]) -> [Substring]? {
    guard let first = words.first else { return nil }
    if BylineWords.table.leadLength(words.map(bare)[...]) == words.count { return nil }
    if words.contains(where: { $0.hasSuffix(":") || $0.contains("„") || $0.contains("“") }) {
      return nil
    }
    guard BylineWords.table.isStop(bare(first)) else { return words }
    let leads = words.indices.filter {
      $0 > 0
        && (BylineWords.table.leadLength([bare(words[$0])]) == 1 || words[$0].lowercased() == "of")
    }
    guard let lead = leads.first, lead + 1 < words.count else { return nil }
    return Array(words[(lead + 1)...])
  }

  /// A byline's name ends where a date, a place of the page or a verb begins.
  private static func upToStop(_ words: [Substring]) -> [Substring] {
    let end = words.firstIndex { word in
      word.utf8.contains { $0.isDigit } || BylineWords.table.isStop(bare(word))
        || MonthNames.number(bare(word), language: nil) != nil && word.count > 3
    }
    return Array(words[..<(end ?? words.count)])
  }

  /// Drops jobs at either end: "Redakteurin Ana Lind", "Ana Lind Senior Reporter", "大渡 美咲 記者".
  private static func withoutRoles(_ words: [Substring], trust: Trust) -> [Substring] {
    var words = words[...]
    let isRole: (Substring) -> Bool = { BylineWords.table.isRole(bare($0)) }
    if trust == .declared || trust == .link {
      let rest = words.filter { !isRole($0) }
      if words.count < 3 || rest.count < 2 { return Array(words) }
    }
    while let last = words.last, words.count > 1, isRole(last) { words.removeLast() }
    while let first = words.first, words.count > 1, isRole(first) { words.removeFirst() }
    if words.count == 1, let only = words.first, isRole(only) { return [] }
    // A job within: the name stands before it.
    if let role = words.firstIndex(where: isRole), role > words.startIndex + 1 {
      words = words[..<role]
    }
    return Array(words)
  }

  private static func trimmed(_ name: String) -> String {
    var scalars = Substring(name).unicodeScalars
    while let last = scalars.last, ":,;-–|".unicodeScalars.contains(last) || last == " " {
      scalars.removeLast()
    }
    return String(scalars)
  }

  /// Words of a person's or desk's name: capitals, with particles between.
  private static func isName(_ words: [Substring]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    guard startsName(first) || startsName(last) else { return false }
    for word in words {
      if startsName(word) { continue }
      let particle = word.count <= 4 && word.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" }
      if !particle { return false }
    }
    return words.allSatisfy { word in
      word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "'’.-‐‑`´\u{AD}".unicodeScalars.contains($0)
          || $0.properties.generalCategory == .nonspacingMark
          || $0.properties.generalCategory == .spacingMark
      }
    }
  }
}
