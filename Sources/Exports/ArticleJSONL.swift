package import Records

/// Articles as JSON: one a line, or spread out for people.
package enum ArticleJSONL {
  package static func line(id: String?, _ article: Article) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", optional: id)
    article.writeMembers(to: &json)
    json.endObject()
    json.newline()
    return json.bytes
  }

  /// The same object on many lines, for people.
  package static func pretty(id: String?, _ article: Article) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.member("id", optional: id)
    article.writeMembers(to: &json)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
