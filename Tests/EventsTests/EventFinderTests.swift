import Records
import Testing

@testable import Events

/// What is read from sentences made up for it.
@Suite struct EventFinderTests {
  private let examples: EventExamples

  init() throws { examples = try EventExamples() }

  @Test(arguments: [
    ("Russia attacked Georgia.", "ASSAULT Russia > Georgia"),
    ("Georgia was attacked by Russia.", "ASSAULT Russia > Georgia"),
    ("Norway imposed sanctions on Iran.", "SANCTION/discontinue Norway > Iran"),
    ("Sanctions were imposed on Iran by Norway.", "SANCTION/discontinue Norway > Iran"),
    ("Kenya accused Uganda of sending spies.", "ACCUSE/allege Kenya > Uganda"),
    ("Japan carried out an airstrike against Chile.", "ASSAULT/aerial Japan > Chile"),
    ("Peru agreed to send food to Chile.", "AGREE Peru > Chile"),
    ("Norway sent food to Chile.", "AID Norway > Chile"),
    ("Peru suspended aid to Chile.", "SANCTION/discontinue Peru > Chile"),
    ("Turkey threatened to attack Greece.", "THREATEN/violence Turkey > Greece"),
    ("Finland rejected a Russian proposal.", "REJECT Finland > Russian"),
    ("France and Spain held talks.", "CONSULT France + Spain > "),
    ("France held talks with Spain.", "CONSULT France + Spain > "),
    ("Brazil called on Peru to release the hostages.", "REQUEST/yield Brazil > Peru"),
    ("Iran tested a ballistic missile.", "MOBILIZE/weapons Iran > "),
    ("Japan lifted sanctions on Cuba.", "RETREAT/access Japan > Cuba"),
    ("Nurses staged a protest in Accra.", "PROTEST/demo Nurses > Accra"),
    ("Teachers began a strike on Monday over pay.", "PROTEST/strike Teachers > "),
    ("Ghana will not lift the ban imposed on Chad.", "REJECT/yield Ghana > Chad"),
    ("Ghana said it would not send food to Chad.", "REJECT/assist Ghana > Chad"),
    ("Ghana signed a pact with Chad to help its biggest partners.", "SUPPORT Ghana + Chad > "),
    ("Swiss and Austrian envoys held talks.", "CONSULT Swiss + Austrian > "),
    ("Ghana and Chad agreed to share data on Sudan.", "AGREE Ghana + Chad > "),
    ("Ghana rejected and buried the Sudanese proposal.", "REJECT Ghana > Sudanese"),
    (
      "The rebels engaged Kenyan soldiers in a gunfight.",
      "ASSAULT/firearms The rebels > Kenyan soldiers"
    ),
    ("Spain sent a team to Chad to investigate the fire.", "ACCUSE/investigate Spain > Chad"),
    ("Spain abolished a tax on Chadian wine.", "CONCEDE Spain > Chadian"),
    ("Peru sent food to Chile, according to a Bolivian envoy.", "AID Peru > Chile"),
    (
      "Peru will not lift the ban on trading with Chilean firms.",
      "REJECT/yield Peru > Chilean firms"
    ),
    ("Peru offered to send troops to share out food in Chile.", "AGREE Peru > Chile"),
    ("Few of the leaders who signed a defense pact are still in office.", "SUPPORT the leaders > "),
    ("Peru threatened to deport Chilean diplomats.", "THREATEN/expel Peru > Chilean diplomats"),
    ("Peru threatened to arrest Chilean diplomats.", "THREATEN/arrest Peru > Chilean diplomats"),
    ("Peru threatened to annex Chile.", "THREATEN/territory Peru > Chile"),
    ("Ghana deployed militias in Chad.", "MOBILIZE/militia Ghana > Chad"),
    (
      "Ghana, Chad and Peru held multilateral talks.", "CONSULT/multilateral Ghana + Chad + Peru > "
    ),
    ("Spanish officials returned the vase to Peru.", "RETREAT Spanish officials > Peru"),
    ("Peru and Chile launched war games on Monday.", "COOPERATE Peru + Chile > "),
    ("Peru and Chile will hold military drills in May.", "AGREE Peru + Chile >  future"),
    ("Peru launched war games on Monday.", "MOBILIZE/troops Peru > "),
    ("Peru promised to help Chile.", "AGREE Peru > Chile"),
    (
      "Fishermen are protesting against the new Chinese fleet.",
      "PROTEST/demo Fishermen > the new Chinese fleet"
    ),
    ("The envoy visited Peru on Tuesday.", "CONSULT/visit The envoy > Peru"),
    (
      "The minister turned his eyes to Norway's coal mining and deepening military ties with Peru.",
      "SUPPORT Norway > Peru"
    ),
    // Who is to blame, told as a fact.
    ("The rebels are responsible for mass killings in Chad.", "ASSAULT The rebels > Chad"),
    ("The rebels were behind the attack on the base.", "ASSAULT The rebels > the base"),
    ("Peru holds Chile responsible for the delay.", "ACCUSE/allege Peru > Chile"),
    ("Ghana has violated an embargo by Kenya.", "REJECT Ghana > Kenya"),
    // Appeals, also in what somebody writes.
    ("Ghana issued a statement calling on Chad to pay.", "REQUEST Ghana > Chad"),
    ("Ghana sent a letter urging Peru to pay.", "REQUEST Ghana > Peru"),
    ("Ghana called for Chad to release the hostages.", "REQUEST/yield Ghana > Chad"),
    ("Ghana launched an appeal for help.", "REQUEST Ghana > "),
    ("Ghana has requested to lease the port.", "REQUEST Ghana > "),
    ("Ghana sought help from Chad.", "REQUEST/assist Ghana > Chad"),
    ("Ghana wants Chad to pay for the bridge.", "REQUEST Ghana > Chad"),
    ("The minister called for reform in Chad.", "REQUEST The minister > "),
    ("Ghana refused to comply with Chad's orders.", "REJECT Ghana > Chad"),
    ("Ghana issued a warning to the Chadian army.", "THREATEN Ghana > the Chadian army"),
    // Help.
    ("Ghana has provided training to Chad.", "AID Ghana > Chad"),
    ("Ghana flew nine tons of medicine into Chad.", "AID Ghana > Chad"),
    ("Ghana donated GHS9 million to Chad.", "AID Ghana > Chad"),
    ("Ghana gave tents to nine hundred in the hills of Chad.", "AID Ghana > Chad"),
    ("Spanish officials returned the bible to its owners.", "RETREAT Spanish officials > "),
    ("The rebels surrendered the town to Chad.", "RETREAT/withdraw The rebels > Chad"),
    // Strikes, ended by those who strike.
    ("Teachers called off a strike.", "CONCEDE Teachers > "),
    ("Teachers will not end the strike.", "REJECT/yield Teachers > "),
    // Who does it, where nobody is said to.
    ("A nurse was arrested in Chad.", "COERCE/arrest Chad > A nurse"),
    ("Chadian troops were deployed to Mali.", "MOBILIZE/troops Chadian troops > Mali"),
    ("Kenyan sanctions against Chad were lifted.", "RETREAT/access Kenyan > Chad"),
    ("Ghana and Chad said they will attack Peru.", "THREATEN/violence Ghana + Chad > Peru future"),
    ("The leaders will gather for a summit.", "AGREE The leaders >  future"),
    ("Ghana stands in solidarity with its closest ally Chad.", "SUPPORT Ghana > Chad"),
    ("Ghana was quoted as saying it would attack Chad.", "THREATEN/violence Ghana > Chad future"),
    ("Ghana wants to meet Chad.", "AGREE Ghana > Chad"),
    ("Ghana is seeking to deepen ties with Chad.", "AGREE Ghana > Chad"),
    ("Rebels blocked the road to Accra.", "COERCE/restrict Rebels > "),
    (
      "Ghana is pushing hard for the Chadian government to end the war.",
      "REQUEST/yield Ghana > the Chadian government"
    ),
    ("Peru gave a dinner for the Chilean president.", "CONSULT Peru > the Chilean president"),
  ])
  func readsDeeds(_ text: String, _ expected: String) {
    #expect(examples.short(text) == [expected])
  }

  @Test(arguments: [
    ("Russia will attack Georgia.", Event.Status.future),
    ("Russia did not attack Georgia.", .negation),
    ("Russia could attack Georgia.", .hypothetical),
  ])
  func tellsPlainFactsFromOthers(_ text: String, _ status: Event.Status) {
    #expect(examples.events(text).map(\.status) == [status])
  }

  @Test(arguments: [
    "If Russia attacks Georgia, prices rise.",
    "The governor told the visitors not to welcome the ministers.",
    "Stories of allegations that the army attacked Georgia went round.",
    "The plan's critics held a friend responsible for the delay.",
    "The striker shot at goal as Chelsea attacked in the second half of the cup final.",
    "Shares attacked new highs on Monday.",
    "A storm hit the coast of Florida.",
    "The minister signed the book.",
    "He had supper and went to bed.",
    "The ministry told us of the steps taken when a Kenyan citizen is arrested abroad.",
    "He flew home on Tuesday and visited Peru.",
    "The president of Peru visited a hospital in Lima.",
    "Joe Biden worked for eight years with Barack Obama.",
    "The premier vowed to combat poverty.",
    "The Orre Clean Air Act would impose sanctions on Peruvian mills.",
    "The Federal Trade Commission enforces the rule on labels.",
    "The senator attacked Governor Ann Hill at the debate.",
    "",
  ])
  func findsNoneWhereNothingWasDone(_ text: String) {
    #expect(examples.short(text) == [])
  }

  /// Furniture, sports, business, weather, and names of laws, films and organizations.
  @Test(arguments: [
    "Skip to content\nSign up for our newsletter\nShare on Facebook\nStrike a deal: subscribe now",
    "Lyon attacked the Marseille defence in the second half of the match.",
    "England beat Germany in the semi-final after a shootout.",
    "India battled Australia for the cup and fought back with two late wickets.",
    "Shares bombed on Monday as traders attacked the euro.",
    "Walmart fired a shot at Amazon in the price war.",
    "Apple launched an assault on the streaming market.",
    "Toyota signed an agreement with Samsung.",
    "Hurricane Paula invaded the coast of Florida.",
    "The storm killed 12 people in Haiti.",
    "A heat wave hit Spain on Monday.",
    "Lawmakers debated the Prevention of Terrorist Attacks Act.",
    "He starred in Attack on Moscow, a film about the war.",
    "The Invasion of Norway, a novel, sold well.",
    "The Stop the War Coalition is based in London.",
    "Members of Students Against Violence ate dinner.",
    "The witness spoke to reporters in Oslo.",
    "The jury found the senator not guilty.",
    "The band will release its album in France.",
    "Voters could not fault the government.",
    "Two men died and ten others were injured in a gas explosion in eastern Peru.",
    "The crash killed three soldiers.",
    "The senator went into battle with Governor Ann Hill in the race for the White House.",
    "The agency released its outlook for the winter.",
    "Nothing in the law prohibits a lawmaker from trading shares.",
    "Four soldiers were killed in a helicopter crash.",
    "Will Iran attack Norway?",
    "Norway's envoy was called in for a drink.",
    "The judges were meant to curb the evil in the world.",
    "Someone attacked something.",
    "The wrestler body-slammed the mayor.",
    "Peru is not willing to help Chile.",
    "The ministry released the documents on Monday.",
    "Chile called the idea that Peru trains rebels absurd.",
    "The nominee attacked her rival in the first debate.",
    "The senator defended herself.",
    "The senator attacked her rival's wife, Ana Gomez, in a speech.",
    "The president surrounded himself with loyal men.",
    "The paper rounded up a few of the claims.",
    "Workers have been engaged in strikes for better pay.",
    "The firm said a suit was filed in federal court.",
    "Facebook pledged money to organizations.",
    "The monk died under house arrest.",
  ])
  func findsNoneInWhatIsNoDeed(_ text: String) {
    #expect(examples.short(text) == [])
  }

  /// How a deed is told.
  @Test(arguments: [
    ("Peru and Chile meet in Lima.", "CONSULT Peru + Chile > "),
    ("Peru will meet Chile for talks.", "AGREE Peru + Chile >  future"),
    ("The president of Peru is to visit Chile.", "AGREE The president > Chile future"),
    ("Peru and Chile are to meet for talks.", "AGREE Peru + Chile >  future"),
    ("The president of Peru announced a visit to Chile.", "AGREE The president > Chile"),
    ("Iran never attacked Norway.", "ASSAULT Iran > Norway negation"),
    ("Iran might attack Norway.", "ASSAULT Iran > Norway hypothetical"),
    ("Iran would have attacked Norway.", "ASSAULT Iran > Norway hypothetical"),
    ("Peru said Iran had attacked Norway.", "ASSAULT Iran > Norway"),
    ("Peru promised to send food to Chile.", "AGREE Peru > Chile"),
    ("Peru refused to send food to Chile.", "REJECT/assist Peru > Chile"),
    (
      "The president condemned Iranian airstrikes that he said killed ten Norwegians.",
      "ACCUSE/disapprove The president > Iranian"
    ),
    (
      "The senator attacked the president as a fraud.",
      "ACCUSE/disapprove The senator > the president"
    ),
    ("Peru filed a complaint with a board in Paris against Chile.", "ACCUSE/allege Peru > Chile"),
    ("The prime minister was killed on Friday.", "ASSAULT  > The prime minister"),
    ("Peru condemned an attack on Chile.", "ACCUSE/disapprove Peru > an attack"),
    ("Peru condemned a Chilean attack on Ecuador.", "ACCUSE/disapprove Peru > Chilean"),
    (
      "The spy faces prison when he is sentenced by a Peruvian court.",
      "SANCTION/convict a Peruvian court > The spy future"
    ),
    ("Iran would break the law by attacking Norway.", "ASSAULT Iran > Norway hypothetical"),
    ("Norway would stay calm after the attack by Iran.", "ASSAULT Iran > "),
    ("Norway will act after Iran attacks Peru.", "ASSAULT Iran > Peru future"),
    (
      "Norwegian envoys said so after talks with the rebels.",
      "CONSULT Norwegian envoys + the rebels > "
    ),
  ])
  func readsStatus(_ text: String, _ expected: String) {
    #expect(examples.short(text) == [expected])
  }

  @Test func oneDeedToldTwiceIsOneEvent() {
    let events = examples.events(
      "Russia invaded Georgia on Friday. The minister spoke after Russia's invasion of Georgia.")
    #expect(events.count == 1)
    #expect(events.first?.mentions.count == 1)
  }

  /// The headline's words again below it, and a thing hit that is no actor.
  @Test(arguments: [
    "Norway urges Chad and Peru to talk. Norway is urging Chad and Peru to talk to each other.",
    "Norway struck depots in the hills. Rain fell. Norway struck the depots in the hills at night.",
  ])
  func wordsToldAgainAreOneEvent(_ text: String) {
    let events = examples.events(text)
    #expect(events.count == 1)
    #expect(events.first?.mentions.count == 1)
  }

  @Test(arguments: [
    "Norway urged Chad to talk. Norway urged Peru to talk.",
    "Norway was attacked. Norway attacked Peru.",
    "Norway shelled a school. Norway shelled a bakery.",
  ])
  func whatDiffersInAPartyIsNotOne(_ text: String) {
    #expect(examples.events(text).count == 2)
  }

  @Test func whatIsToldHasTheReportsDayForAGuess() throws {
    let event = try #require(examples.events("Russia attacked Georgia.").first)
    #expect(event.time == "2025-03-04")
    #expect(event.isTimeGuessed)
    let future = try #require(examples.events("Peru will send food to Chile.").first)
    #expect(future.time == nil)
  }

  @Test func aTimeBehindItsPrepositionHangsWhereThatDoes() {
    let text = "None of the leaders who signed a pact in Oslo in 2023 look set to stay in office."
    #expect(examples.events(text, time: ("2023", "2023")).first?.time == "2023")
  }

  @Test func whatCoincidesIsOfTheSameTime() {
    for text in [
      "A North Korean missile test coincided with the envoy visiting Tokyo last week.",
      "A North Korean missile test came as the envoy was visiting Tokyo last week.",
    ] {
      #expect(
        examples.events(text, time: ("last week", "2025-W09")).first { $0.type == .mobilize }?.time
          == "2025-W09", "\(text)")
    }
  }

  @Test func hostileTextsAreQuick() {
    let text = String(repeating: "Russia said that ", count: 3_000) + "Russia attacked Georgia."
    _ = examples.events(text)
  }

  /// A year that an agreement is called by is that of its making, and of no other deed.
  @Test func aYearMayBeAnAgreementsName() {
    func time(_ text: String, _ words: String, _ value: String) -> String? {
      let found = examples.events(text, time: (words, value))
      return found.first { !$0.isTimeGuessed }?.time
    }
    #expect(time("Norway and Iceland signed a 2023 pact.", "2023", "2023") == "2023")
    #expect(time("Norway and Iceland signed the pact of 2023.", "2023", "2023") == "2023")
    #expect(time("Norway rejected the 2023 agreement with Iceland.", "2023", "2023") == nil)
    #expect(
      time("Norway left the 2023 pact with Iceland on Monday.", "Monday", "2025-03-03")
        == "2025-03-03")
    #expect(
      examples.events("Norway praised its 2023 pact with Iceland.", time: ("2023", "2023"))
        .allSatisfy { $0.status == nil })
  }
}
