/// Chooses the article's topics among keywords, sections and the tags a page shows.
struct TopicReader {
  private let page: PageReading
  /// Lower-case words of the article by which a list of keywords is judged.
  private let text: [UInt8]

  struct Answer {
    var topics: [String] = []
    var source: String?
  }

  /// - text: title and opening of the article.
  init(_ page: PageReading, text: String) {
    self.page = page
    self.text = Folding.folded(text)
  }

  /// Declared lists by their trust; a site's own constant list is passed over.
  private static let sources = [
    "json-ld", "meta news_keywords", "meta keywords", "article:tag", "json-ld page",
    "meta parsely-tags", "meta sailthru.tags", "microdata",
  ]

  func read() -> Answer {
    for source in TopicReader.sources {
      let list = TopicList(
        page.declared.keywords.filter { $0.source == source }.map(\.value), isNoise: isNoise)
      if list.topics.isEmpty || isConstant(list.topics) { continue }
      // One long string without commas: the words of the list, parted by blanks alone.
      if list.topics.count == 1, list.topics[0].split(separator: " ").count > 5 { continue }
      return Answer(topics: list.topics, source: source)
    }
    let shown = TagListReader(page).read().filter { !isNoise($0) }
    if !shown.isEmpty { return Answer(topics: shown, source: "tags") }
    let sections = TopicList(
      page.declared.sections.prefix(1).map(\.value), isNoise: isNoise)
    return Answer(topics: sections.topics, source: page.declared.sections.first?.source)
  }

  private func isNoise(_ topic: String) -> Bool {
    page.affixes.isSite(topic) || TopicReader.generic.contains(topic.lowercased())
      || page.declared.authors.contains { $0.value == topic }
  }

  /// What says nothing of the article.
  private static let generic: Set<String> = [
    "news", "article", "articles", "story", "nachrichten", "artikel", "aktuell", "aktuelles",
    "home", "homepage", "startseite", "breaking news", "top news", "latest news", "latest",
    "general", "default", "uncategorized", "allgemein", "unkategorisiert", "sin categoría",
    "non classé", "blog", "actualités", "noticias", "notizie", "nyheter", "nieuws", "uutiset",
    "zprávy", "wiadomości", "новости", "новини", "haber", "haberler", "ニュース", "新聞", "뉴스", "新闻",
    "standard", "post", "posts", "tags", "tag", "more", "mehr",
  ]

  /// The same words on every page of a site: hardly one of many stands in the article.
  private func isConstant(_ topics: [String]) -> Bool {
    guard topics.count >= 4, text.count >= 400 else { return false }
    let hits = topics.filter { contains(Folding.folded($0)) }.count
    return hits * 6 < topics.count
  }

  private func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      var i = 0
      while i + word.count <= text.count {
        if text[i] == first, text[i...].starts(with: word) { return true }
        i += 1
      }
      return false
    }
  }
}

/// A declared list of keywords, its parts cleaned.
struct TopicList {
  private(set) var topics: [String] = []
  private var keys: Set<String> = []

  init(_ values: [String], isNoise: (String) -> Bool) {
    let parts = values.flatMap { value in
      value.split(whereSeparator: { ",;、，|".contains($0) }).map { PlainValue.words(String($0)) }
    }
    let typed = parts.filter { TopicList.typePrefix($0) != nil }.count
    for part in parts.prefix(80) {
      var topic = part
      if typed * 2 > parts.count, let prefix = TopicList.typePrefix(part) {
        topic = String(part.dropFirst(prefix + 1))
      }
      guard let topic = TopicList.unlabelled(topic), topic.utf8.count <= 80, !isNoise(topic),
        !TopicList.isIdentifier(topic)
      else { continue }
      let key = TitleLikeness.key(topic)
      if !key.isEmpty, keys.insert(key).inserted { topics.append(topic) }
    }
  }

  /// "topic/rain": the length of "topic".
  private static func typePrefix(_ topic: String) -> Int? {
    guard let slash = topic.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let head = topic.utf8[..<slash]
    guard head.count >= 3, head.allSatisfy(\.isLowerASCII) else { return nil }
    return head.count
  }

  /// Labels of systems: what they mark is a subject, or is none.
  private static let subjects: Set<String> = [
    "subject", "topic", "tag", "keyword", "entity", "person", "place", "thema", "nlp entity tokens",
  ]

  /// "Subject: Rain" is "Rain"; "Page Type: Article" is nothing. Titles of works and the like with
  /// a colon have more words before it.
  private static func unlabelled(_ topic: String) -> String? {
    guard let colon = topic.firstIndex(of: ":") else { return topic }
    let label = topic[..<colon].lowercased()
    let rest = PlainValue.words(String(topic[topic.index(after: colon)...]))
    if subjects.contains(label) { return rest }
    let isSystem =
      !rest.isEmpty && topic[topic.index(after: colon)...].first != " "
      || [
        "category", "type", "section", "day", "time", "partner", "language", "wc", "source",
        "format", "collection", "series", "page", "nlp", "status",
      ]
      .contains { label.hasSuffix($0) || label.hasPrefix($0) }
    return isSystem ? nil : topic
  }

  /// A number or code of a system: a UUID, "n-1234567", "20240503".
  private static func isIdentifier(_ topic: String) -> Bool {
    let digits = topic.utf8.filter(\.isDigit).count
    if digits == topic.utf8.count, digits != 4 { return true }
    return !topic.contains(" ") && topic.utf8.count >= 16 && digits * 3 > topic.utf8.count
  }
}
