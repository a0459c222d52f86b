/// One rule of `times-rules.tsv`.
struct TimeRule: Sendable {
  /// How the value of a match is worked out.
  enum Reading: String, Sendable {
    /// A day, or a part or a whole of a month, quarter, season or year.
    case date
    /// This, the last or the next year, month, week ...
    case unit
    /// So long before or after.
    case ago
    case duration
    case set
    case decade
    case century
    /// A word for past, present or future.
    case reference
    /// The words are no time.
    case none
  }

  var name: String
  var pattern: TimePattern
  var reading: Reading
  var constants: TimeFields
  var guards: [TimeGuard]
}

/// A condition on what stands around a match.
enum TimeGuard: Sendable {
  case next(Words, isWanted: Bool)
  case previous(Words, isWanted: Bool)
  /// The parse gives the first word a tag that begins so, or there is no parse.
  case tag(String)
  case named(Condition)

  struct Words: Sendable {
    var words: [Int]
    var anyNumber: Bool
  }

  enum Condition: String, Sendable {
    /// No word of the match means other things too.
    case sure
    /// No figure or letter is joined to it.
    case lone
    /// A word that means other things too, in a place where it is a name.
    case named
    /// Four figures, or words, that can only be a year.
    case bareyear
    /// A time of day, not a score or a ratio.
    case timely
    /// "a year" behind an amount: so much each year.
    case rated
    /// "years" where a length of time is asked for.
    case bareunits
    case tensefuture
    /// Behind "in": what a verb in the future does when so much time is over.
    case ahead
    /// The name of a month before a noun: "the March summit".
    case attributive
    /// Its last word begins with a capital, as in a title.
    case titled
    /// Its first word begins with a capital.
    case capital
    /// A word of it is written in capitals: "AD" is an era, "ad" is none.
    case shouted
    /// No hyphen joins a word to it.
    case unjoined
    /// First in its sentence, a comma behind.
    case opening
  }
}

/// Words before or behind an expression that become part of it (`times-modifiers.tsv`).
struct TimeModifier: Sendable {
  var isBefore: Bool
  var pattern: TimePattern
  var mod: String?
  var kinds: String
}
