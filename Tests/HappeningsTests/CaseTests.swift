import Records
import Testing

@testable import Happenings

/// What reports of some days tell, and which of them tell of one event. Each case is a small press
/// review: reports 1, 2, 3 ... in order, and the groups that a reader would make.
@Suite("Cases of two reports and more")
struct CaseTests {
  // MARK: - Parties

  private static func state(_ country: String, _ sector: String? = nil) -> Participant {
    Participant(name: country, country: country, sector: sector)
  }

  private static func person(_ name: String, _ actor: Int, _ country: String, _ sector: String)
    -> Participant
  {
    var participant = Participant(
      name: name, actor: actor, isNamed: true, country: country, sector: sector)
    participant.isPerson = true
    return participant
  }

  private static func body(_ name: String, _ actor: Int, _ country: String?, _ sector: String)
    -> Participant
  {
    Participant(name: name, actor: actor, isNamed: true, country: country, sector: sector)
  }

  private static func crowd(_ words: String, _ country: String, _ sector: String) -> Participant {
    Participant(name: words, country: country, sector: sector)
  }

  // MARK: - Mentions

  private static func told(
    _ type: EventType, _ sources: [Participant], _ targets: [Participant] = [],
    at time: String? = "2025-01-13", guessed: Bool = false, mode: String? = nil,
    status: Event.Status? = nil, in site: Site? = nil, sentence: String = "", claimed: Bool = false
  ) -> EventMention {
    var mention = EventMention(
      id: .init(report: 0, number: 0), witness: Witness(copy: 0), type: type, sources: sources,
      targets: targets, time: time.flatMap { Made.time($0, guessed: guessed) }, sentence: sentence)
    mention.mode = mode
    mention.status = status
    mention.site = site
    mention.isClaim = claimed
    return mention
  }

  private static func place(
    _ name: String, _ id: Int, _ latitude: Double, _ longitude: Double,
    _ precision: Place.Precision = .city, country: String = "UA"
  ) -> Site {
    Site(
      name: name, country: country,
      point: Place.Point(latitude: latitude, longitude: longitude), precision: precision,
      geonameID: id)
  }

  private static let odesa = place("Odesa", 1, 46.48, 30.72)
  private static let kharkiv = place("Kharkiv", 2, 49.99, 36.23)
  private static let kharkivRegion = place("Kharkiv Oblast", 3, 49.58, 36.42, .region)
  private static let ukraine = place("Ukraine", 4, 49, 32, .country)
  private static let lima = place("Lima", 5, -12.05, -77.04, country: "PE")

  private static let lind = person("Ana Lind", 11, "NOR", "GOV")
  private static let orre = person("Pavel Orre", 12, "EST", "GOV")
  private static let dahl = person("Nils Dahl", 13, "NOR", "GOV")
  private static let kask = person("Mari Kask", 14, "EST", "GOV")

  private static let russianArmy = crowd("Russian forces", "RUS", "MIL")

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var mentions: [EventMention]
    var groups: [[Int]]

    init(_ name: String, _ mentions: [EventMention], _ groups: [[Int]]) {
      testDescription = name
      self.mentions = mentions.enumerated().map { index, mention in
        var mention = mention
        mention.id.report = index + 1
        mention.witness = Witness(outlet: index + 1, copy: index + 1)
        return mention
      }
      self.groups = groups
    }
  }

  static let cases = [
    Case(
      "ministers by name, and their states",
      [told(.consult, [lind, orre]), told(.consult, [state("NOR")], [state("EST")])], [[1, 2]]),
    Case(
      "a family name alone",
      [
        told(.consult, [lind, orre]),
        told(.consult, [person("Lind", 21, "NOR", "GOV"), person("Orre", 22, "EST", "GOV")]),
      ], [[1, 2]]),
    Case(
      "two meetings of two states on one day, by other persons",
      [told(.consult, [lind, orre]), told(.consult, [dahl, kask])], [[1], [2]]),
    Case(
      "of two meetings the states' own report may be either",
      [
        told(.consult, [lind, orre]), told(.consult, [dahl, kask]),
        told(.consult, [state("NOR"), state("EST")]),
      ], [[1], [2], [3]]),
    Case(
      "two ministers of one state accuse another on one day",
      [told(.accuse, [lind], [state("RUS")]), told(.accuse, [dahl], [state("RUS")])], [[1], [2]]),
    Case(
      "a minister and the body they speak for",
      [
        told(.accuse, [lind], [state("RUS")]),
        told(.accuse, [body("Foreign Ministry", 31, "NOR", "GOV")], [state("RUS")]),
      ], [[1, 2]]),
    Case(
      "meetings on two days",
      [
        told(.consult, [lind, orre]), told(.consult, [lind, orre], at: "2025-01-14"),
      ], [[1], [2]]),
    Case(
      "a day and the week it lies in",
      [told(.consult, [lind, orre]), told(.consult, [lind, orre], at: "2025-W03")], [[1, 2]]),
    Case(
      "a week in which two such days lie",
      [
        told(.consult, [lind, orre]), told(.consult, [lind, orre], at: "2025-01-15"),
        told(.consult, [lind, orre], at: "2025-W03"),
      ], [[1], [2], [3]]),
    Case(
      "the day after, for want of a better day",
      [
        told(.aid, [state("JPN")], [state("NPL")]),
        told(.aid, [state("JPN")], [state("NPL")], at: "2025-01-14", guessed: true),
      ], [[1, 2]]),
    Case(
      "strikes on one city told as drones and as an air raid",
      [
        told(.assault, [russianArmy], [state("UKR")], mode: "drone", in: odesa),
        told(.assault, [state("RUS")], [state("UKR")], mode: "aerial", in: odesa),
      ], [[1, 2]]),
    Case(
      "drones and an air raid, and no place to tell that they are one",
      [
        told(.assault, [russianArmy], [state("UKR")], mode: "drone"),
        told(.assault, [state("RUS")], [state("UKR")], mode: "aerial"),
      ], [[1], [2]]),
    Case(
      "an arrest is no torture, wherever it was",
      [
        told(.assault, [russianArmy], [state("UKR")], mode: "torture", in: odesa),
        told(.assault, [russianArmy], [state("UKR")], mode: "aerial", in: odesa),
      ], [[1], [2]]),
    Case(
      "two cities struck in one night",
      [
        told(.assault, [russianArmy], [state("UKR")], mode: "drone", in: odesa),
        told(.assault, [russianArmy], [state("UKR")], mode: "drone", in: kharkiv),
      ], [[1], [2]]),
    Case(
      "one city struck on two days",
      [
        told(.assault, [russianArmy], [state("UKR")], mode: "drone", in: odesa),
        told(
          .assault, [russianArmy], [state("UKR")], at: "2025-01-14", mode: "drone", in: odesa),
      ], [[1], [2]]),
    Case(
      "a region and a city in it",
      [
        told(.assault, [russianArmy], [state("UKR")], in: kharkiv),
        told(.assault, [state("RUS")], [state("UKR")], in: kharkivRegion),
      ], [[1, 2]]),
    Case(
      "a region, of which another city is far",
      [
        told(.assault, [russianArmy], [state("UKR")], in: odesa),
        told(.assault, [state("RUS")], [state("UKR")], in: kharkivRegion),
      ], [[1], [2]]),
    Case(
      "a country that holds two places may mean either",
      [
        told(.assault, [russianArmy], [state("UKR")], in: odesa),
        told(.assault, [russianArmy], [state("UKR")], in: kharkiv),
        told(.assault, [russianArmy], [state("UKR")], in: ukraine),
      ], [[1], [2], [3]]),
    Case(
      "a claim and its denial",
      [
        told(.assault, [state("RUS")], [state("UKR")], in: odesa, claimed: true),
        told(.assault, [state("RUS")], [state("UKR")], status: .negation, in: odesa),
      ], [[1], [2]]),
    Case(
      "a claim and a report of the fact",
      [
        told(.assault, [state("RUS")], [state("UKR")], in: odesa, claimed: true),
        told(.assault, [russianArmy], [state("UKR")], in: odesa),
      ], [[1, 2]]),
    Case(
      "what is announced and what took place",
      [
        told(.consult, [lind, orre], status: .future), told(.consult, [lind, orre]),
      ], [[1], [2]]),
    Case(
      "a march by other words for who marches",
      [
        told(.protest, [crowd("residents", "PER", "CVL")], mode: "demo", in: lima),
        told(.protest, [crowd("unionists", "PER", "LAB")], mode: "demo", in: lima),
      ], [[1, 2]]),
    Case(
      "a march that blocks a road",
      [
        told(.protest, [crowd("miners", "PER", "LAB")], mode: "demo", in: lima),
        told(.protest, [crowd("miners", "PER", "LAB")], mode: "obstruct", in: lima),
      ], [[1, 2]]),
    Case(
      "students and miners march apart",
      [
        told(.protest, [crowd("miners", "PER", "LAB")], mode: "demo", in: lima),
        told(.protest, [crowd("students", "PER", "EDU")], mode: "demo", in: lima),
      ], [[1], [2]]),
    Case(
      "rebels are not the people",
      [
        told(.assault, [crowd("rebels", "PER", "REB")], [state("PER")], in: lima),
        told(.assault, [crowd("residents", "PER", "CVL")], [state("PER")], in: lima),
      ], [[1], [2]]),
    Case(
      "a copy, word for word, without a day",
      [
        told(
          .coerce, [state("PER", "COP")], [],
          sentence:
            "Officers took the singer from her house near the river before sunrise."),
        told(
          .coerce, [state("PER", "COP")], [], at: nil,
          sentence:
            "Officers took the singer from her house near the river before sunrise."),
      ], [[1, 2]]),
    Case(
      "one of three that met is not told",
      [
        told(.consult, [state("USA"), state("KOR"), state("JPN")]),
        told(.consult, [state("KOR")], [state("USA")]),
      ], [[1, 2]]),
    Case(
      "two arrests by one police on one day",
      [
        told(
          .coerce, [state("PER", "COP")], [person("Rosa Quispe", 41, "PER", "OPP")],
          mode: "arrest"),
        told(
          .coerce, [state("PER", "COP")], [person("Luis Huaman", 42, "PER", "OPP")],
          mode: "arrest"),
      ], [[1], [2]]),
    Case(
      "sanctions against two, and reports of one of them each",
      [
        told(.sanction, [state("USA")], [state("RUS")]),
        told(.sanction, [state("USA")], [state("BLR")]),
        told(.sanction, [state("USA")], [state("RUS"), state("BLR")]),
      ], [[1, 2, 3]]),
  ]

  @Test(arguments: cases)
  func isGroupedAsAReaderWould(_ press: Case) {
    let happenings = HappeningMerger().merge(press.mentions)
    #expect(Made.reports(happenings) == press.groups)
    for happening in happenings {
      #expect(happening.independentOutlets == happening.members.count)
      #expect(happening.members.dropFirst().allSatisfy { $0.reason?.sentence.isEmpty == false })
    }
    var reversed = press.mentions
    reversed.reverse()
    #expect(Made.reports(HappeningMerger().merge(reversed)) == press.groups)
  }
}
