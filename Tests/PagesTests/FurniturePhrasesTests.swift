import Testing

@testable import Pages

@Suite struct FurniturePhrasesTests {
  private func match(_ line: String) -> FurniturePhrases.Match? {
    FurniturePhrases.table.match(line)
  }

  @Test(arguments: [
    ("Read more", FurnitureKind.more, FurniturePhrases.Extent.whole),
    ("▶ READ MORE »", .more, .whole),
    ("Lesen Sie auch: Die Brücke am Morgen", .more, .label),
    ("Czytaj więcej", .more, .whole), ("Lea también: El puente", .more, .label),
    ("Read also – The bridge at dawn", .more, .label), ("関連記事", .more, .whole),
    ("Comments (12)", .comments, .whole), ("Anzeige", .advert, .whole),
    ("Skip to main content", .skip, .start),
    ("The bridge, every Friday, delivered to your inbox.", .newsletter, .inside),
    ("You’ve to know: your browser does not support the video tag", .player, .inside),
    ("Читайте также: Мост на рассвете", .more, .label),
  ])
  func knows(_ line: String, _ kind: FurnitureKind, _ extent: FurniturePhrases.Extent) {
    #expect(match(line) == FurniturePhrases.Match(kind: kind, extent: extent))
  }

  @Test(arguments: [
    "She likes to share her bread with the birds at the river.",
    "Moreover, the bridge is closed.", "Advertisements were shown on the bridge.", "",
    "Reading the plan took them a day.", "...", "The related costs are high.",
  ])
  func leavesTextAlone(_ line: String) {
    #expect(match(line) == nil)
  }
}
