package import Language
package import Records

/// Turns an article's text, and its parse, into a record: the face of this target.
package enum RecordExtractor {
  /// Version of the rules: the house's own number, and a checksum of the tables.
  package static let rulebook = "1-" + TimeRulebook.version

  /// - published: the day of publication; where it is not known, a dateline of the text is taken,
  ///   and where there is none relative times stay open.
  package static func record(_ doc: Doc, published: Timestamp?) -> Record {
    record(RecordedText(doc.text, parse: TimeParse(doc)), published: published)
  }

  /// The same without a parse: sentences and tenses are told by words alone.
  package static func record(_ text: String, parse: TimeParse? = nil, published: Timestamp?)
    -> Record
  {
    record(RecordedText(text, parse: parse), published: published)
  }

  private static func record(_ recorded: RecordedText, published: Timestamp?) -> Record {
    var record = Record(rulebook: rulebook)
    record.sentences = recorded.sentences
    if let published {
      record.day = .init(timestamp: published, source: .published)
    } else if let dateline = TextDateline.find(recorded) {
      record.day = .init(timestamp: dateline, source: .text)
    }
    record.times = TimeExtractor.times(
      in: recorded, today: record.day.map { CivilDay($0.timestamp) })
    return record
  }
}
