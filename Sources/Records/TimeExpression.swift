/// Words that name a time, and what they mean (TIMEX3 of TimeML 1.2.1; ISO 24617-1).
package struct TimeExpression: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// How the value is to be taken (TIMEX3 `mod`).
  package enum Mod: String, Sendable, Hashable {
    case before = "BEFORE"
    case after = "AFTER"
    case onOrBefore = "ON_OR_BEFORE"
    case onOrAfter = "ON_OR_AFTER"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approx = "APPROX"
  }

  /// UTF-8 bytes of the text.
  package var range: Range<Int>
  package var kind: Kind
  /// TIMEX3 value ("1998-08-07", "1998-W32", "P3D", "PAST_REF"); `nil` where the words name a day
  /// that no calendar has. What cannot be known stays open ("XXXX-WXX-1").
  package var value: String?
  package var mod: Mod?
  /// Of a SET: how often, or which of them ("EVERY", "2X").
  package var quantity: String?
  /// What the value was worked out from; `nil` where the words say all of it.
  package var anchor: TimeAnchor?
  /// Name of the rule in the rulebook that read the words.
  package var rule: String

  package init(
    range: Range<Int>, kind: Kind, value: String?, mod: Mod? = nil, quantity: String? = nil,
    anchor: TimeAnchor? = nil, rule: String
  ) {
    self.range = range
    self.kind = kind
    self.value = value
    self.mod = mod
    self.quantity = quantity
    self.anchor = anchor
    self.rule = rule
  }
}

/// What a relative time was resolved against.
package enum TimeAnchor: Sendable, Hashable {
  /// The day of publication.
  case publication
  /// An earlier expression of the same text, by its value.
  case expression(String)
  /// Something named in the text whose time is not known ("a week before the inauguration").
  case open
}
