import Records

/// Gathers what a page declares into `Declared`, each field's claims in order of trust.
struct DeclaredReader {
  private var declared = Declared()
  private var ranked: [(rank: Int, meta: PageScan.Meta, field: MetaNames.Field)] = []
  private let scan: PageScan
  private let data: LinkedData
  private let url: String?

  static func read(_ scan: PageScan, _ data: LinkedData, url: String?) -> Declared {
    var reader = DeclaredReader(scan: scan, data: data, url: url)
    reader.addLinkedData()
    reader.addMetas()
    reader.addElements()
    return reader.declared
  }

  private init(scan: PageScan, data: LinkedData, url: String?) {
    self.scan = scan
    self.data = data
    self.url = url
  }

  // MARK: JSON-LD

  private mutating func addLinkedData() {
    guard let main = data.main else { return }
    declared.types = main.types
    for (position, index) in data.ranked.prefix(4).enumerated() {
      let thing = data.things[index]
      // Behind the main thing only those that describe the same page fill its gaps.
      if position > 0, thing.weight < 40 { continue }
      addThing(thing, isMain: position == 0)
    }
    addMedia()
  }

  private mutating func addThing(_ thing: LinkedData.Thing, isMain: Bool) {
    let value = thing.value
    let source = isMain ? "json-ld" : "json-ld page"
    add(value, ["headline"] + (isMain ? ["name"] : []), source, to: \.titles)
    add(value, ["description"], source, to: \.descriptions)
    for name in ["author", "creator"] {
      guard let author = value[name] else { continue }
      addNames(author, source, to: \.authors)
      break
    }
    for name in ["datePublished", "dateCreated", "uploadDate"] {
      addDates(value[name], source, to: \.published)
    }
    addDates(value["dateModified"], source, to: \.modified)
    add(value, ["articleSection"], source, to: \.sections)
    add(value, ["keywords"], source, to: \.keywords)
    if let publisher = value["publisher"] { addNames(publisher, source, to: \.publishers) }
    add(value, ["inLanguage"], source, to: \.languages)
    guard isMain else { return }
    if let body = value["articleBody"]?.string { declared.articleBody = Claim(body, from: source) }
    switch value["isAccessibleForFree"] {
    case .bool(let free): declared.isFree = free
    case .string(let text): declared.isFree = text.lowercased() == "true"
    default: break
    }
  }

  private mutating func add(
    _ value: JSONValue, _ names: [String], _ source: String,
    to field: WritableKeyPath<Declared, [Claim<String>]>
  ) {
    for name in names {
      for text in LinkedData.strings(value[name] ?? .null) {
        let words = PlainValue.words(text)
        if !words.isEmpty { declared[keyPath: field].append(Claim(words, from: source)) }
      }
    }
  }

  /// Names of people or organizations: strings, objects with a name, references to objects.
  private mutating func addNames(
    _ value: JSONValue, _ source: String, to field: WritableKeyPath<Declared, [Claim<String>]>
  ) {
    for one in value.array ?? [value] {
      let one = data.resolved(one)
      for text in LinkedData.strings(one) {
        let words = PlainValue.words(text)
        if words.isEmpty { continue }
        let isOrganization = LinkedData.strings(one["@type"] ?? .null).contains {
          $0.hasSuffix("Organization")
        }
        if isOrganization { declared.organizations.insert(words) }
        declared[keyPath: field].append(Claim(words, from: source))
      }
    }
  }

  private mutating func addDates(
    _ value: JSONValue?, _ source: String, to field: WritableKeyPath<Declared, [Claim<Timestamp>]>
  ) {
    guard let value else { return }
    let texts = value.number.map { [String(Int($0.rounded()))] } ?? LinkedData.strings(value)
    for text in texts {
      if let date = DateText.value(text, language: scan.htmlLanguage) {
        declared[keyPath: field].append(Claim(date, from: source))
      }
    }
  }

  private mutating func addMedia() {
    for thing in data.things where !thing.isPart || thing.types.contains("VideoObject") {
      if thing.types.contains("VideoObject") { declared.videos.append(video(thing.value)) }
    }
    guard let image = data.main?.value["image"] else { return }
    for one in image.array ?? [image] { addImage(data.resolved(one)) }
  }

  private func video(_ value: JSONValue) -> Claim<Recording> {
    let url = value["contentUrl"]?.string ?? value["embedUrl"]?.string
    let poster = LinkedData.strings(value["thumbnailUrl"] ?? .null).first
    return Claim(
      Recording(
        title: value["name"]?.string.map(PlainValue.words),
        url: url.flatMap { PageAddress.resolve($0, against: self.url) },
        poster: poster.flatMap { PageAddress.resolve($0, against: self.url) },
        duration: value["duration"]?.string.flatMap(ISODuration.seconds)),
      from: "json-ld")
  }

  private mutating func addImage(_ value: JSONValue) {
    let address =
      value.string ?? LinkedData.strings(value["url"] ?? value["contentUrl"] ?? .null).first
    guard let address, let url = PageAddress.resolve(address, against: url) else { return }
    func words(_ name: String) -> String? {
      let words = LinkedData.strings(value[name] ?? .null).first.map(PlainValue.words)
      return words?.isEmpty == false ? words : nil
    }
    declared.images.append(
      Claim(
        Image(
          url: url, caption: words("caption") ?? words("description"),
          credit: words("creditText") ?? words("author") ?? words("copyrightHolder")),
        from: "json-ld"))
  }

  // MARK: Meta elements

  private mutating func addMetas() {
    for meta in scan.metas {
      guard let meaning = MetaNames.meaning(of: meta.key) else { continue }
      ranked.append((meaning.rank, meta, meaning.field))
    }
    addLabelledAuthor()
    for rank in 0...4 {
      for entry in ranked where entry.rank == rank { add(entry.meta, entry.field, rank) }
    }
  }

  /// Twitter's cards carry pairs of label and value: "Written by" and the name.
  private mutating func addLabelledAuthor() {
    for number in ["1", "2", "3"] {
      guard let label = scan.metas.first(where: { $0.key == "twitter:label" + number }),
        let value = scan.metas.first(where: { $0.key == "twitter:data" + number })
      else { continue }
      let words = label.content.lowercased().split(separator: " ").map(String.init)
      guard !words.isEmpty, BylineWords.table.leadLength(words[...]) == words.count else {
        continue
      }
      declared.authors.append(Claim(PlainValue.words(value.content), from: value.key))
    }
  }

  private mutating func add(_ meta: PageScan.Meta, _ field: MetaNames.Field, _ rank: Int) {
    let source =
      meta.isItem ? "microdata" : meta.key.contains(":") ? meta.key : "meta " + meta.key
    let words = PlainValue.words(meta.content)
    if words.isEmpty { return }
    let claim = Claim(words, from: source)
    switch field {
    case .title: declared.titles.append(claim)
    case .description: declared.descriptions.append(claim)
    case .author: declared.authors.append(claim)
    case .section: declared.sections.append(claim)
    case .keywords: declared.keywords.append(claim)
    case .publisher: declared.publishers.append(claim)
    case .canonical: declared.canonicals.append(claim)
    case .language: declared.languages.append(claim)
    case .published, .modified:
      guard let date = DateText.value(words, language: scan.htmlLanguage) else { return }
      let claim = Claim(date, from: source)
      if field == .modified {
        declared.modified.append(claim)
      } else if rank >= MetaNames.weakDate {
        declared.weaklyPublished.append(claim)
      } else {
        declared.published.append(claim)
      }
    case .image:
      if let url = PageAddress.resolve(words, against: url) {
        declared.images.append(Claim(Image(url: url), from: source))
      }
    }
  }

  // MARK: Other elements

  private mutating func addElements() {
    if let title = scan.titleElement, !title.isEmpty {
      declared.titles.append(Claim(title, from: "title"))
    }
    if let language = scan.htmlLanguage, !language.isEmpty {
      declared.languages.insert(Claim(language, from: "html lang"), at: 0)
    }
    if let canonical = scan.canonical {
      declared.canonicals.insert(Claim(canonical, from: "link canonical"), at: 0)
    }
  }
}
