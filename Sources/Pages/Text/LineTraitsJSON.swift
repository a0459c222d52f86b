import Records

extension TextScrapeReader {
  /// The model's input for each line of a scrape, as a JSON object: for training, not for reading
  /// pages.
  package static func traitsJSON(of text: String, name: String) -> [UInt8] {
    let page = ScrapePage(text)
    let headline = page.headline?.index
    let kinds = page.kinds
    let own = LineTraits(page: page).own()
    let places = PlaceTraits(page: page).all()
    var json = JSONWriter()
    json.beginObject()
    json.member("file", optional: name)
    if let headline { json.member("headline", page.lines[headline].text) }
    json.name("lines")
    json.beginArray()
    for index in page.lines.indices {
      json.beginObject()
      json.member("number", optional: page.lines[index].number)
      json.member("text", page.lines[index].text)
      json.member("kind", optional: "\(kinds[index])")
      json.member("own", optional: own[index].map { "\($0)" })
      json.member("place", optional: places[index].map { "\($0)" })
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }
}
