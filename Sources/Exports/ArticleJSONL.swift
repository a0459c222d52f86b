package import Records

/// Articles as JSON Lines.
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
}
