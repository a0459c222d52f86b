import Records

/// The things that a page describes in JSON-LD, and which of them the page is about.
struct LinkedData: Sendable {
  /// An object with a type or an address of its own.
  struct Thing: Sendable {
    var types: [String]
    var value: JSONValue
    /// Members on the way from the top to it ("itemListElement", "hasPart", "author").
    var isPart: Bool
    /// What the thing is to the page, by its type and place; the page's own is highest.
    var weight = 0
  }

  /// What is known of the page before its data is read, to tell its own from its neighbours'.
  struct Context {
    var addresses: [String]
    /// Letters and digits of the headings and the title element.
    var titles: [String]
  }

  private(set) var things: [Thing] = []
  private var byID: [String: Int] = [:]
  /// The article (or what is nearest to one), and others that describe the page, best first.
  private(set) var ranked: [Int] = []

  /// Most things that are kept of a page.
  private static let thingLimit = 400

  init() {}

  init(scripts: [HTMLTree.NodeID], in tree: HTMLTree, context: Context) {
    for script in scripts {
      guard let value = LinkedData.parse(tree.textContent(script)) else { continue }
      collect(value, isPart: false, depth: 0)
    }
    rank(context)
  }

  var main: Thing? { ranked.first.map { things[$0] } }

  private static func parse(_ text: String) -> JSONValue? {
    do throws(JSONError) {
      return try JSONReader.read(text, mode: .lenient)
    } catch {
      return BrokenJSON.members(of: text)
    }
  }

  private mutating func collect(_ value: JSONValue, isPart: Bool, depth: Int) {
    guard depth < 24, things.count < LinkedData.thingLimit else { return }
    switch value {
    case .array(let values):
      for value in values { collect(value, isPart: isPart, depth: depth + 1) }
    case .object(let members):
      let types = LinkedData.strings(value["@type"] ?? value["type"] ?? .null)
      if !types.isEmpty || value["headline"] != nil {
        if let id = value["@id"]?.string, members.count > 2 || byID[id] == nil {
          byID[id] = things.count
        }
        things.append(Thing(types: types, value: value, isPart: isPart))
      }
      for member in members {
        collect(
          member.value, isPart: isPart || !LinkedData.wholes.contains(member.name),
          depth: depth + 1)
      }
    default: break
    }
  }

  /// Members behind which stands the same thing or what it is mainly about, not a neighbour.
  private static let wholes: Set<String> = [
    "@graph", "mainEntity", "mainEntityOfPage", "graph", "review", "itemReviewed",
  ]

  // MARK: Which is the page's

  private static let typeWeights: [String: Int] = [
    "NewsArticle": 100, "Article": 96, "ReportageNewsArticle": 100, "AnalysisNewsArticle": 100,
    "OpinionNewsArticle": 100, "BackgroundNewsArticle": 100, "ReviewNewsArticle": 100,
    "AskPublicNewsArticle": 100, "AdvertiserContentArticle": 96, "SatiricalArticle": 98,
    "LiveBlogPosting": 98, "BlogPosting": 98, "TechArticle": 96, "ScholarlyArticle": 96,
    "MedicalScholarlyArticle": 96, "Report": 92, "SocialMediaPosting": 70,
    "DiscussionForumPosting": 70, "Recipe": 90, "Review": 60, "HowTo": 60, "Product": 50,
    "Event": 50, "JobPosting": 55, "Course": 50, "PodcastEpisode": 55, "RadioEpisode": 55,
    "ClaimReview": 45, "VideoObject": 40, "NewsVideoObject": 40, "QAPage": 45, "FAQPage": 42,
    "MedicalWebPage": 46, "ItemPage": 44, "AboutPage": 42, "WebPage": 42, "CreativeWork": 44,
    "Book": 40, "Movie": 40, "WebContent": 40, "PresentationDigitalDocument": 40,
  ]

  private mutating func rank(_ context: Context) {
    for i in things.indices {
      guard
        let base = things[i].types.compactMap({ LinkedData.typeWeights[$0] }).max()
          ?? (things[i].types.contains { $0.hasSuffix("Article") } ? 90 : nil)
          ?? (things[i].value["headline"] != nil ? 60 : nil)
      else { continue }
      things[i].weight = base + evidence(things[i], context)
    }
    ranked = things.indices.filter { things[$0].weight > 0 }
      .sorted { (things[$0].weight, -$0) > (things[$1].weight, -$1) }
  }

  private func evidence(_ thing: Thing, _ context: Context) -> Int {
    var weight = thing.isPart ? -70 : 0
    if let title = thing.value["headline"]?.string ?? thing.value["name"]?.string {
      let key = TitleLikeness.key(title)
      if key.utf8.count >= 6,
        context.titles.contains(where: {
          TitleLikeness.holds($0, key) || TitleLikeness.holds(key, $0)
        })
      {
        weight += 60
      }
    } else {
      weight -= 15
    }
    if thing.value["datePublished"] != nil { weight += 5 }
    for name in ["url", "mainEntityOfPage", "@id"] {
      let value = thing.value[name]
      guard let address = value?.string ?? value?["@id"]?.string ?? value?["url"]?.string else {
        continue
      }
      let key = PageAddress.key(address)
      if !key.isEmpty, context.addresses.contains(key) { return weight + 25 }
    }
    return weight
  }

  // MARK: Values

  /// An object that only points at another ("@id") becomes that one.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard let id = value["@id"]?.string, value["name"] == nil, let thing = byID[id] else {
      return value
    }
    return things[thing].value
  }

  /// The words of a value: a string, an array of them, a language-tagged `@value`.
  static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let values): values.prefix(100).flatMap(strings)
    case .object: (value["@value"] ?? value["name"]).map(strings) ?? []
    default: []
    }
  }
}
