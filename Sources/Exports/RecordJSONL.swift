package import Records

/// Records as JSON: one a line, or spread out for people.
package enum RecordJSONL {
  /// - withText: writes the text too, to which the spans refer; for a page, whose text the caller
  ///   did not give.
  package static func line(id: String?, _ record: Record, text: String, withText: Bool) -> [UInt8] {
    write(id, record, text, withText, JSONWriter())
  }

  package static func pretty(id: String?, _ record: Record, text: String, withText: Bool) -> [UInt8]
  {
    write(id, record, text, withText, JSONWriter(pretty: true))
  }

  private static func write(
    _ id: String?, _ record: Record, _ text: String, _ withText: Bool, _ writer: JSONWriter
  ) -> [UInt8] {
    var json = writer
    json.beginObject()
    json.member("id", optional: id)
    if withText { json.member("text", text) }
    record.writeMembers(of: text, to: &json)
    json.endObject()
    json.newline()
    return json.bytes
  }
}
