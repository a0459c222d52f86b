/// What somebody says, believes, wants or decides, as the article tells it: a content tied to a
/// source by a cue (PolNeAR: Newell, Margolin, Ruths, LREC 2018).
///
/// Called a statement wherever a reader sees it; here "statement" is SQL's word too.
package struct Attribution: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// All of the content stands in quotation marks, part of it, or none.
    case direct
    case mixed
    case indirect
  }

  package enum Act: String, Sendable, Hashable, CaseIterable {
    case speech
    case belief
    case intention
    case attitude
    case decree
    case evidence
  }

  /// All ranges are UTF-8 bytes of the text.
  package struct Speaker: Sendable, Hashable {
    /// Index in the record's `actors`.
    package var actor: Int?
    package var range: Range<Int>

    package init(actor: Int? = nil, range: Range<Int>) {
      self.actor = actor
      self.range = range
    }
  }

  /// `nil`: the text names nobody.
  package var speaker: Speaker?
  package var cue: Range<Int>?
  /// In the order of the text; never empty.
  package var content: [Range<Int>]
  package var kind: Kind
  package var act: Act
  /// Index in the record's `times`: when it was said.
  package var time: Int?
  /// Index in the record's `statements` of the one whose content it stands in.
  package var inside: Int?
  package var rule: String

  package init(
    speaker: Speaker?, cue: Range<Int>?, content: [Range<Int>], kind: Kind, act: Act,
    time: Int? = nil, inside: Int? = nil, rule: String
  ) {
    self.speaker = speaker
    self.cue = cue
    self.content = content
    self.kind = kind
    self.act = act
    self.time = time
    self.inside = inside
    self.rule = rule
  }
}
