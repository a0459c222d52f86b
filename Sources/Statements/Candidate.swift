/// What might be a statement, in tokens.
struct Candidate: Sendable {
  /// The word that makes it one: head of the cue.
  var trigger: Int
  var frame: Frame
  /// The preposition, noun or adjective between the trigger and its content.
  var link: Int?
  /// Head of the content; -1 where it has none.
  var head: Int
  var sourceHead: Int?
  var source: Range<Int>?
  var cue: Range<Int>
  /// In order, never empty.
  var content: [Range<Int>]
  var score: Float = 0
  /// Without what speaks against it for standing in something larger.
  var ownScore: Float = 0

  var hull: Range<Int> { content[0].lowerBound..<content[content.count - 1].upperBound }
}
