package import Records

/// A report's version as a JSON object: what the archive knows of it, the article's members, and
/// the text that pointers refer to.
package enum VersionJSON {
  package static func line(_ version: Version) -> [UInt8] {
    write(version, to: JSONWriter())
  }

  /// The same object on many lines, for people.
  package static func pretty(_ version: Version) -> [UInt8] {
    write(version, to: JSONWriter(pretty: true))
  }

  private static func write(_ version: Version, to writer: JSONWriter) -> [UInt8] {
    var json = writer
    json.beginObject()
    json.member("id", version.info.name)
    json.member("address", optional: version.address)
    if let outlet = version.outlet {
      json.name("outlet")
      outlet.write(to: &json)
    }
    version.info.writeMembers(to: &json)
    version.article.writeMembers(to: &json)
    json.member("text", version.text)
    json.endObject()
    json.newline()
    return json.bytes
  }
}

extension VersionInfo {
  /// How a version is called on the command line: "12.2", the second version of report 12.
  package var name: String { "\(report).\(number)" }

  package func writeMembers(to json: inout JSONWriter) {
    json.member("report", optional: report)
    json.member("version", optional: number)
    json.member("fetched", fetched.iso8601)
    json.member("source", source)
    json.member("identified", identified.rawValue)
    json.member("sha256", sha256.hex)
    json.member("bytes", optional: size)
    json.member("encoding", optional: encoding)
    json.member("reader", reader)
    json.member("text_sha256", textHash.hex)
  }
}

extension Outlet {
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("host", optional: host)
    json.member("name", optional: name)
    json.endObject()
  }
}
