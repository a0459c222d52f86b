/// The JSON form of an article: what `read --format json` prints and what the archive keeps.
extension Article {
  /// Writes the members of the article's object into an object the caller has opened.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.member("title", optional: title)
    json.member("kicker", optional: kicker)
    json.member("topics", optional: topics)
    json.member("authors", optional: authors)
    json.member("agencies", optional: agencies)
    json.member("published", optional: published?.iso8601)
    json.member("modified", optional: modified?.iso8601)
    json.member("lead", optional: lead)
    json.name("body")
    json.beginArray()
    for block in blocks { block.write(to: &json) }
    json.endArray()
    writeMedia(to: &json)
    json.member("canonical", optional: canonical)
    json.member("publisher", optional: publisher)
    json.member("language", optional: language)
    writeProvenance(to: &json)
  }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    writeMembers(to: &json)
    json.endObject()
  }

  private func writeMedia(to json: inout JSONWriter) {
    if !images.isEmpty {
      json.name("images")
      json.beginArray()
      for image in images { image.write(to: &json) }
      json.endArray()
    }
    for (name, recordings) in [("videos", videos), ("audios", audios)] where !recordings.isEmpty {
      json.name(name)
      json.beginArray()
      for recording in recordings { recording.write(to: &json) }
      json.endArray()
    }
  }

  private func writeProvenance(to json: inout JSONWriter) {
    guard !provenance.isEmpty else { return }
    json.name("from")
    json.beginObject()
    for (field, source) in provenance.sorted(by: { $0.key < $1.key }) {
      json.member(field, source)
    }
    json.endObject()
  }

  /// Reads the JSON form back; members it does not know are passed over.
  package init?(json: JSONValue) {
    guard case .object = json else { return nil }
    self.init()
    kind = json["kind"]?.string.flatMap(PageKind.init(rawValue:)) ?? .article
    title = json["title"]?.string
    kicker = json["kicker"]?.string
    topics = json.strings("topics")
    authors = json.strings("authors")
    agencies = json.strings("agencies")
    published = json["published"]?.string.flatMap(Timestamp.init(iso8601:))
    modified = json["modified"]?.string.flatMap(Timestamp.init(iso8601:))
    lead = json["lead"]?.string
    blocks = (json["body"]?.array ?? []).compactMap(Block.init(json:))
    images = (json["images"]?.array ?? []).map(Image.init(json:))
    videos = (json["videos"]?.array ?? []).map(Recording.init(json:))
    audios = (json["audios"]?.array ?? []).map(Recording.init(json:))
    canonical = json["canonical"]?.string
    publisher = json["publisher"]?.string
    language = json["language"]?.string
    for member in json["from"]?.members ?? [] { provenance[member.name] = member.value.string }
  }
}

extension JSONValue {
  fileprivate func strings(_ name: String) -> [String] {
    (self[name]?.array ?? []).compactMap(\.string)
  }
}

extension Block {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", kind.rawValue)
    if let media {
      json.member(kind.rawValue, optional: media)
    } else if kind == .list || kind == .table {
      json.member("items", optional: items)
    } else {
      json.member("text", text)
    }
    json.endObject()
  }

  fileprivate init?(json: JSONValue) {
    guard let kind = json["type"]?.string.flatMap(Kind.init(rawValue:)) else { return nil }
    if let media = json[kind.rawValue]?.int {
      self.init(kind, media: media)
    } else if kind == .list || kind == .table {
      self.init(kind, items: json.strings("items"))
    } else {
      self.init(kind, text: json["text"]?.string ?? "")
    }
  }
}

extension Image {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("url", optional: url)
    json.member("caption", optional: caption)
    json.member("credit", optional: credit)
    json.member("alt", optional: alt)
    json.endObject()
  }

  fileprivate init(json: JSONValue) {
    self.init(
      url: json["url"]?.string, caption: json["caption"]?.string, credit: json["credit"]?.string,
      alt: json["alt"]?.string)
  }
}

extension Recording {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", optional: title)
    json.member("url", optional: url)
    json.member("poster", optional: poster)
    json.member("duration", optional: duration)
    json.endObject()
  }

  fileprivate init(json: JSONValue) {
    self.init(
      title: json["title"]?.string, url: json["url"]?.string, poster: json["poster"]?.string,
      duration: json["duration"]?.int)
  }
}
