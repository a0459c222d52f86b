/// Words that guards ask for by name.
struct TimeRuleWords: Sendable {
  /// Words a count can begin with beside numbers: "a few", "several".
  static let amounts = [
    "a", "an", "several", "few", "many", "couple", "dozen", "dozens", "½", "¼", "¾",
  ]
  let yearPrepositions: Set<Int>
  let datePrepositions: Set<Int>
  let clockPrepositions: Set<Int>
  let spanPrepositions: Set<Int>
  let notRates: Set<Int>
  let currencies: Set<Int>
  let comma, stop, hyphen, slash, colon, percent, pluralS, apostrophe: Int
  /// "st", "nd", "rd", "th".
  let suffixes: Set<Int>
  /// Before a day that lies ahead.
  let awaiting: Set<Int>
  /// Of "no later than".
  let no, later, than: Int
  /// What may stand between those and the day.
  let modifiers: Set<Int>
  let futures: Set<Int>
  let articles: Set<Int>
  /// What is called by the name of who leads it.
  let governments: Set<Int>
  /// What may stand between a time of day and the day it is of: "8:30 (0630 GMT) on Sunday".
  let clockJoints: Set<Int>
  /// What may stand between an expression and a day that says the same.
  let appositions: Set<Int>
  let pasts: Set<Int>

  init(_ compiler: inout TimePatternCompiler) {
    yearPrepositions = Set(
      compiler.words(
        "in|since|of|by|until|till|from|before|after|during|between|year|early|late|mid|to|and|or|circa|around|about|for|through|throughout|the|,|(|-|than|back|fiscal|over|with|on|at|as|was|summer|winter|spring|autumn|fall"
      ))
    datePrepositions = Set(
      compiler.words(
        "in|since|last|next|by|until|till|from|of|early|late|mid|this|through|between|during|on|for|before|after|each|every|end|and|to|about"
      ))
    clockPrepositions = Set(
      compiler.words("at|by|from|until|till|around|about|before|after|since|between|to|and|on|,|("))
    spanPrepositions = Set(
      compiler.words(
        "for|in|over|after|within|take|takes|took|taken|lasted|lasting|last|spent|spend|spending|through|during|than|waited|of|before|wait|throughout|many|follow|follows|followed|following|end|ends|ended|ending|despite"
      ))
    notRates = Set(
      compiler.words(
        "for|in|of|within|about|than|after|over|is|was|nearly|almost|just|only|once|last|take|takes|took|spend|spent|every|half|be|not|as|by|until|during|another|and|or|to|at|on|from|with|that|has|have|had|what|such|quite|been|lasted|before|through|throughout|under|into"
      ))
    currencies = Set(compiler.words("$|£|€|¥"))
    suffixes = Set(compiler.words("st|nd|rd|th"))
    pluralS = compiler.words("s")[0]
    apostrophe = compiler.words("'")[0]
    comma = compiler.words(",")[0]
    stop = compiler.words(".")[0]
    hyphen = compiler.words("-")[0]
    slash = compiler.words("/")[0]
    colon = compiler.words(":")[0]
    percent = compiler.words("%")[0]
    awaiting = Set(
      compiler.words("until|till|through|effective|starting|beginning|deadline|payable|soon"))
    no = compiler.words("no")[0]
    later = compiler.words("later")[0]
    than = compiler.words("than")[0]
    modifiers = Set(
      compiler.words("on|the|early|late|mid|-|noon|next|at|midnight|of|end|morning|in|a|m|p|.|as"))
    articles = Set(compiler.words("the|a|an|this|that|last|its|their|his|her"))
    governments = Set(
      compiler.words("government|cabinet|administration|ministry|team|camp|years|era"))
    clockJoints = Set(compiler.words("(|)|on|,|and|to|-|until|or"))
    appositions = Set(compiler.words(",|on|(|-"))
    futures = Set(
      compiler.words(
        "will|ll|shall|would|could|may|might|expects|expect|expected|scheduled|plans|plan|planned|due|set|begins|starts|hopes|intends|intend|aims|upcoming|tomorrow|slated"
      ))
    pasts = Set(
      compiler.words(
        "was|were|had|did|said|has|have|been|told|came|began|took|made|went|rose|fell|closed|reported|announced|posted|won|lost|died|held|met|left|ended|started|saw|became|got|gave|found|according|ago"
      ))
  }
}
