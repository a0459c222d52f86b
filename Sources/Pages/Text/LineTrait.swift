/// What can be said of one line, by which the model tells what it is. The names are those of the
/// weights' table.
enum LineTrait: UInt8, Sendable, CaseIterable {
  // How long it is, in columns, and how many words.
  case width10, width20, width35, width50, width70, width100, width150, width250, width400
  case widthMore
  case words1, words3, words7, words14, wordsMore
  // How it starts and ends.
  case endsNone, endsStop, endsQuestion, endsColon, endsComma, endsEllipsis
  case endsQuote, startsQuote, startsSmall, bracketed
  case sentences2, sentences4, commas2
  // Marks and blanks.
  case heading1, heading2, heading3, heading4, bullet, number, quote, row, rule, nested, inList
  case attached, gap
  // What it is made of.
  case repeatedEarlier, repeatedLater, hasDigits, manyDigits, noLetters
  case mostlyCapitals, fewCapitals, glued1, glued3, separators1, separators3
  case date, clock, byline, address
  // Furniture's words, in the order of `FurnitureKind`: strong (the line, its label or start) and
  // weak (within).
  case moreStrong, newsletterStrong, subscribeStrong, donateStrong, playerStrong, shareStrong
  case cookieStrong, commentsStrong, advertStrong, skipStrong, rightsStrong, tagsStrong
  case signatureStrong
  case moreWeak, newsletterWeak, subscribeWeak, donateWeak, playerWeak, shareWeak
  case cookieWeak, commentsWeak, advertWeak, skipWeak, rightsWeak, tagsWeak
  case signatureWeak
  // Pictures.
  case captionWithCredit, creditOnly
  /// The line before or behind says the same, perhaps with more after it: alternative text and
  /// caption.
  case extendsPrevious, startsNext
  /// A paragraph of running text by the rules of `ScrapePage`.
  case prose

  init?(strong kind: FurnitureKind) { self.init(kind, from: .moreStrong) }
  init?(weak kind: FurnitureKind) { self.init(kind, from: .moreWeak) }

  private init?(_ kind: FurnitureKind, from first: LineTrait) {
    guard let index = FurnitureKind.allCases.firstIndex(of: kind) else { return nil }
    self.init(rawValue: first.rawValue + UInt8(index))
  }
}

/// The coarse kind of a line; what its place says depends on it.
enum LineKind: UInt8, Sendable, CaseIterable {
  case prose
  /// Ends like a sentence, but is shorter than a paragraph.
  case sentence
  case heading, item, label
  /// Anything else, longer than a label.
  case phrase

  init(_ line: ScrapeLine, isProse: Bool) {
    if isProse {
      self = .prose
    } else if line.headingLevel != nil {
      self = .heading
    } else if line.isItem {
      self = .item
    } else if line.shape.endsSentence, line.shape.words >= 3 {
      self = .sentence
    } else {
      self = line.shape.width <= 30 ? .label : .phrase
    }
  }
}

/// What can be said of a line's place on its page.
enum PlaceTrait: UInt8, Sendable, CaseIterable {
  // Words shared with the page's running text.
  case sharesNone, sharesFew, sharesSome, sharesMany
  // The headline.
  case noHeadline, isHeadline, repeatsHeadline, beforeHeadline
  case afterHeadline3, afterHeadline8, afterHeadline20, afterHeadline60, afterHeadlineMore
  // The densest stretch of running text.
  case inCore, beforeCore, afterCore3, afterCore10, afterCore30, afterCoreMore
  // Running text near by.
  case proseAbove0, proseAbove1, proseAbove2, proseAbove3
  case proseBelow0, proseBelow1, proseBelow2, proseBelow3
  case lastProse1, lastProse2, lastProse4, lastProse8, lastProseMore
  case nextProse1, nextProse2, nextProse4, nextProse8, nextProseMore
  // Phrases that open a tail ("Read more").
  case tailOpened1, tailOpened5, tailOpened20, noTailOpened
  // Company.
  case menuRun, longItemRun, headingsNear1, headingsNear3, headingsNearMore
  case markdownPage, firstTenth, lastTenth
  case proseAfterProse, shortBetweenProse
}
