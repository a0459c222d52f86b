import Records
import Testing

/// Phrases that stand alone, and whom they mean.
struct PhraseCoderTests {
  @Test(arguments: [
    ("the Portuguese navy", "PRT MIL"),
    ("Ghana's finance minister", "GHA GOV"),
    ("a former adviser to the president of Peru", "PER ELI"),
    ("two Hungarian nurses", "HUN MED"),
    ("dairy farmers in Ireland", "IRL AGR"),
    ("the spokesman of the Kenyan police", "KEN COP"),
    ("leader of the rebels", "- REB"),
    ("the head of the teachers' union", "- LAB"),
    ("Peru's Defense Department", "PER GOV"),
    ("the Defense Department", "USA MIL"),
    ("an anti-American cleric in Iraq", "IRQ REL"),
    ("the Turkish-backed militia", "- PRM"),
    ("Austria", "AUT -"),
    ("OTTAWA", "CAN GOV"),
    ("Abkhazia", "GEO PRE"),
    ("judges of the High Court of Uganda", "UGA JUD"),
    ("the European Parliament", "EUR LEG"),
    ("the UN refugee agency", "UNO -"),
    ("the former U.N. ambassador", "- ELI"),
    ("the Kenyan ambassador to the United Nations", "KEN GOV"),
    ("fishermen in the Sea of Japan", "- AGR"),
    ("pirates in the Indian Ocean", "- CRM"),
    ("police in the Bekaa Valley", "LBN COP"),
  ])
  func phrase(_ text: String, _ code: String) throws {
    #expect(try Found(text).code == code, "\(text)")
  }

  /// What the tables know as the end of a longer name is another body.
  @Test func aPartyIsNotTheOneWhoseNameItsOwnEndsIn() throws {
    let text = "The Peoples Democratic Party and the Democratic Party quarrelled with each other."
    #expect(try Found(text).actor("Peoples Democratic Party").country == nil)
    #expect(try Found(text).actor("Democratic Party").country == "USA")
  }
}
