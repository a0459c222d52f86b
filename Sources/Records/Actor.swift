/// A person, organization, country or group that an article names, with all its mentions.
package struct Actor: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case person
    case organization
    case country
    case group
    case place
  }

  /// Words that stand for an actor.
  package struct Mention: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable {
      case name
      case nominal
      case pronoun
    }

    /// UTF-8 bytes of the text: the noun phrase without loose attachments.
    package var range: Range<Int>
    package var form: Form

    package init(range: Range<Int>, form: Form) {
      self.range = range
      self.form = form
    }
  }

  /// An office or part that the text, or a dated table, gives to an actor.
  package struct Role: Sendable, Hashable {
    /// How the report's day stands to the time in office.
    package enum Standing: String, Sendable, Hashable {
      case former
      case outgoing
      case acting
      case designate
      case candidate
    }

    /// "foreign minister", in the text's own words, lower case.
    package var title: String
    /// ISO 3166-1 alpha-3, or "IGO".
    package var country: String?
    package var organization: String?
    /// `nil`: holds it on the report's day, as far as the text tells.
    package var standing: Standing?
    /// TIMEX3 values.
    package var from: String?
    package var to: String?
    /// UTF-8 bytes of the words it was read from; `nil` where it was taken from a table.
    package var evidence: Range<Int>?
    /// The report of the archive that tells it, where it was taken from another one.
    package var report: Int?
    package var rule: String

    package init(
      title: String, country: String? = nil, organization: String? = nil,
      standing: Standing? = nil, from: String? = nil, to: String? = nil,
      evidence: Range<Int>? = nil, rule: String
    ) {
      self.title = title
      self.country = country
      self.organization = organization
      self.standing = standing
      self.from = from
      self.to = to
      self.evidence = evidence
      self.rule = rule
    }
  }

  /// Its index in the record's `actors`.
  package var id: Int
  package var name: String
  package var kind: Kind
  package var roles: [Role] = []
  /// ISO 3166-1 alpha-3, or "IGO" and the like (PLOVER).
  package var country: String?
  /// PLOVER sector ("GOV").
  package var sector: String?
  /// In the order of the text; never empty.
  package var mentions: [Mention]
  package var rule: String

  package init(id: Int, name: String, kind: Kind, mentions: [Mention], rule: String) {
    self.id = id
    self.name = name
    self.kind = kind
    self.mentions = mentions
    self.rule = rule
  }
}
