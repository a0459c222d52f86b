/// Chooses the article's topics among keywords, sections and the tags a page shows.
struct TopicReader {
  private let page: PageReading

  init(_ page: PageReading) { self.page = page }

  struct Answer {
    var topics: [String] = []
    var source: String?
  }

  func read() -> Answer {
    var answer = Answer()
    var keys: Set<String> = []
    func add(_ texts: [String]) {
      for text in texts {
        for part in text.split(whereSeparator: { ",;、，".contains($0) }) {
          let topic = PlainValue.words(String(part))
          let key = TitleLikeness.key(topic)
          guard !key.isEmpty, topic.utf8.count <= 100, !page.affixes.isSite(topic) else { continue }
          if keys.insert(key).inserted { answer.topics.append(topic) }
        }
      }
    }
    for source in ["json-ld", "article:tag", "meta news_keywords", "meta keywords"] {
      let claims = page.declared.keywords.filter { $0.source == source }
      if claims.isEmpty { continue }
      add(claims.map(\.value))
      answer.source = source
      break
    }
    if answer.topics.isEmpty {
      let tags = page.declared.scan.tagLinks.filter { page.place(of: $0) > .furniture }
      add(tags.prefix(30).map { page.tree.inlineText($0, limit: 100) })
      answer.source = "rel=tag"
    }
    if answer.topics.isEmpty, let section = page.declared.sections.first {
      add([section.value])
      answer.source = section.source
    }
    return answer
  }
}
