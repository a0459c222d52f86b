import Records
import Testing

@testable import Happenings

@Suite("Merging mentions")
struct MergingTests {
  @Test func meetingIsOneInWhateverOrderItsPartiesStand() {
    let happenings = HappeningMerger().merge([
      Made.mention(1, .consult, ["USA", "KOR"]), Made.mention(2, .consult, ["KOR"], ["USA"]),
      Made.mention(3, .consult, ["KOR", "USA"], at: "2025-W03"),
    ])
    #expect(Made.reports(happenings) == [[1, 2, 3]])
    #expect(
      happenings[0].members.compactMap { $0.reason?.sentence } == [
        "same type, parties KOR-USA, both 2025-01-13",
        "same type, parties KOR-USA, 2025-01-13 within 2025-W03",
      ])
  }

  @Test func directedDeedsKeepTheirDirection() {
    #expect(
      Made.merged(
        Made.mention(1, .accuse, ["USA"], ["RUS"]), Made.mention(2, .accuse, ["RUS"], ["USA"]))
        == [[1], [2]])
  }

  @Test(arguments: [
    ("2025-01-13", false, "2025-01-14", false, false),
    ("2025-01-13", false, "2025-01-14", true, true),
    ("2025-01-14", false, "2025-01-13", true, false),
    ("2025-01-13", true, "2025-01-14", true, true),
    ("2025-01-13", false, "2025-01", false, true), ("2025-01-13", false, "2025", false, false),
    ("2025", false, "2025", false, true), ("2025-01-13", false, "2025-01-13T10:35", false, true),
  ])
  func daysMustOverlap(
    first: String, isFirstGuessed: Bool, second: String, isSecondGuessed: Bool, isOne: Bool
  ) {
    let groups = Made.merged(
      Made.mention(1, .accuse, ["USA"], ["RUS"], at: first, guessed: isFirstGuessed),
      Made.mention(2, .accuse, ["USA"], ["RUS"], at: second, guessed: isSecondGuessed))
    #expect((groups.count == 1) == isOne)
  }

  @Test(arguments: ["2025-01-13", "2025-W03", "2020-W53", "2025-02", "2024", "2025-Q3"])
  func timesAreNamedByTheirDays(value: String) {
    #expect(Made.time(value)?.value == value)
  }

  @Test func differentTypeModeStatusOrPartyStaysApart() {
    let base = Made.mention(1, .accuse, ["USA"], ["RUS"], mode: "allege")
    for other in [
      Made.mention(2, .threaten, ["USA"], ["RUS"]),
      Made.mention(2, .accuse, ["USA"], ["RUS"], mode: "investigate"),
      Made.mention(2, .accuse, ["USA"], ["RUS"], mode: "allege", status: .hypothetical),
      Made.mention(2, .accuse, ["USA"], ["RUS"], mode: "allege", status: .historical),
      Made.mention(2, .accuse, ["USA"], ["RUS"], mode: "allege", status: .negation),
      Made.mention(2, .accuse, ["USA"], ["RUS"], mode: "allege", status: .future),
      Made.mention(2, .accuse, ["USA"], ["CHN"], mode: "allege"),
    ] {
      #expect(Made.merged(base, other) == [[1], [2]])
    }
    #expect(Made.merged(base, Made.mention(2, .accuse, ["USA"], ["RUS"])) == [[1, 2]])
  }

  @Test func partOfCompoundPartyIsTheSame() {
    #expect(
      Made.merged(
        Made.mention(1, .accuse, ["USA", "FRA"], ["RUS"]),
        Made.mention(2, .accuse, ["FRA"], ["RUS"])) == [[1, 2]])
  }

  @Test func oneStateAloneIsEnoughOnlyForTheSameDayToldByBoth() {
    let known = Made.mention(1, .sanction, ["USA"], ["RUS"])
    #expect(Made.merged(known, Made.mention(2, .sanction, ["USA"])) == [[1, 2]])
    #expect(
      Made.merged(known, Made.mention(2, .sanction, ["USA"], guessed: true)) == [[1], [2]])
    #expect(
      Made.merged(known, Made.mention(2, .sanction, ["USA"], at: "2025-01")) == [[1], [2]])
  }

  @Test func oneStateWithNobodyKnownBesideIsTooLittle() {
    #expect(
      Made.merged(Made.mention(1, .coerce, ["KOR"]), Made.mention(2, .coerce, ["KOR"])) == [
        [1], [2],
      ])
    #expect(
      Made.merged(Made.mention(1, .consult, ["KOR"]), Made.mention(2, .consult, ["KOR"])) == [
        [1], [2],
      ])
    #expect(
      Made.merged(Made.mention(1, .consult, ["KOR"]), Made.mention(2, .consult, ["JPN", "KOR"]))
        == [[1, 2]])
  }

  @Test func mentionThatFitsSeveralStaysApart() {
    #expect(
      Made.merged(
        Made.mention(1, .sanction, ["USA"], ["RUS"]), Made.mention(2, .sanction, ["USA"], ["IRN"]),
        Made.mention(3, .sanction, ["USA"])) == [[1], [2], [3]])
  }

  @Test func placesMustGoTogether() {
    let first = Made.city("Sorae", 1, 37.5, 127)
    let second = Made.city("Namdo", 2, 35.1, 129)
    let near = Made.city("Upper Sorae", 3, 37.6, 127.1)
    let country = Site(name: "Korea", country: "KR", precision: .country, geonameID: 9)
    func groups(_ a: Site?, _ b: Site?) -> Int {
      Made.merged(
        Made.mention(1, .assault, ["PRK"], ["KOR"], site: a),
        Made.mention(2, .assault, ["PRK"], ["KOR"], site: b)
      ).count
    }
    #expect(groups(first, first) == 1)
    #expect(groups(first, second) == 2)
    #expect(groups(first, near) == 1)
    #expect(groups(first, country) == 1)
    #expect(groups(first, nil) == 1)
  }

  @Test func eventsWithoutPartiesNeedPlaceAndManner() {
    let site = Made.city("Sorae", 1)
    #expect(
      Made.merged(
        Made.mention(1, .protest, mode: "demo", site: site),
        Made.mention(2, .protest, mode: "demo", site: site)) == [[1, 2]])
    #expect(
      Made.merged(Made.mention(1, .protest, site: site), Made.mention(2, .protest, site: site))
        == [[1], [2]])
  }

  @Test func affairsOfOneStateNeedMoreThanTheState() {
    var arrest = Made.mention(1, .coerce, mode: "arrest")
    arrest.sources = [Participant(name: "police", country: "KOR", sector: "COP")]
    arrest.targets = [Participant(name: "a man", country: "KOR", sector: "CVL")]
    var other = arrest
    other.id.report = 2
    #expect(Made.merged(arrest, other) == [[1], [2]])
    let suspect = Participant(name: "Han Doyun", actor: 7, isNamed: true, country: "KOR")
    arrest.targets = [suspect]
    other.targets = [suspect]
    #expect(Made.merged(arrest, other) == [[1, 2]])
  }

  @Test func bodiesThatShareACodeAreNotOne() {
    func by(_ report: Int, _ actor: Int) -> EventMention {
      var mention = Made.mention(report, .aid, [], ["SDN"])
      mention.sources = [
        Participant(name: "Harbour Union", actor: actor, isNamed: true, country: "IGO")
      ]
      return mention
    }
    #expect(Made.merged(by(1, 4), by(2, 5)) == [[1], [2]])
    #expect(Made.merged(by(1, 4), by(2, 4)) == [[1, 2]])
  }

  @Test func whoIsNotKnownNeitherJoinsNorParts() {
    var first = Made.mention(1, .coerce, ["KOR"], mode: "arrest")
    first.targets = [Participant(name: "a man")]
    var second = Made.mention(2, .coerce, ["KOR"], mode: "arrest")
    second.targets = [Participant(name: "a suspect", actor: 7, isNamed: true)]
    #expect(Made.merged(first, second) == [[1, 2]])
    second.id.report = 3
    second.targets[0].actor = 8
    #expect(
      Made.merged(first, second, Made.mention(2, .coerce, ["KOR"], ["USA"], mode: "arrest"))
        == [[1], [2], [3]])
  }

  @Test func sameSentenceInACopyIsTheSameMention() {
    let sentence = "Two men were taken away by strangers near the old mill on Monday."
    let happenings = HappeningMerger().merge([
      Made.mention(1, .assault, sentence: sentence), Made.mention(2, .assault, sentence: sentence),
    ])
    #expect(happenings.count == 1)
    #expect(happenings[0].members[1].reason?.sentence.hasSuffix("the same sentence") == true)
  }

  @Test func twoDeedsOfASentenceAreNotOneForIt() {
    let sentence = "Two men were beaten and a third was shot by strangers near the old mill."
    func deed(_ report: Int, _ number: Int, _ words: String) -> EventMention {
      var mention = Made.mention(report, .assault, number: number, sentence: sentence)
      mention.words = words
      return mention
    }
    #expect(
      Made.merged(
        deed(1, 0, "beaten"), deed(1, 1, "shot"), deed(2, 0, "beaten"), deed(2, 1, "shot"))
        == [[1, 2], [1, 2]])
  }

  @Test func orderOfInputDoesNotMatter() {
    var mentions: [EventMention] = []
    let codes = ["USA", "KOR", "JPN", "RUS", "CHN"]
    for report in 1...120 {
      let time = report % 3 == 0 ? "2025-W03" : "2025-01-\(13 + report % 5)"
      mentions.append(
        Made.mention(
          report, report % 2 == 0 ? .accuse : .consult, [codes[report % 5]],
          report % 7 == 0 ? [] : [codes[(report / 5) % 5]], at: time, guessed: report % 4 == 0,
          site: report % 6 == 0 ? Made.city("Sorae", 1) : nil))
    }
    let wanted = HappeningMerger().merge(mentions)
    var seed: UInt64 = 1
    for _ in 0..<5 {
      for index in mentions.indices.dropFirst() {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        mentions.swapAt(index, Int(seed >> 33) % (index + 1))
      }
      #expect(HappeningMerger().merge(mentions) == wanted)
    }
  }

  @Test func manyMentionsTakeLinearTime() {
    func seconds(_ count: Int) -> Duration {
      let mentions = (1...count).map { report in
        Made.mention(
          report, .assault, ["RUS"], ["UKR"],
          at: "20\(10 + report % 20)-0\(1 + report % 9)-\(10 + report % 19)",
          site: Made.city("Place \(report % 400)", report % 400, Double(report % 80), 30))
      }
      return ContinuousClock().measure { _ = HappeningMerger().merge(mentions) }
    }
    _ = seconds(500)
    let (few, many) = (seconds(2000), seconds(8000))
    #expect(many < few * 12)
  }
}
