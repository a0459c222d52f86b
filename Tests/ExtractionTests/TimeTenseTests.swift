import Records
import Testing

@testable import Extraction
@testable import Times

/// Tenses by parses written by hand.
@Suite struct TimeTenseTests {
  /// "word/TAG/head/relation" a token; heads count from 0.
  private func parse(_ tokens: String) -> (String, TimeParse) {
    var text = ""
    var parsed: [TimeParse.Token] = []
    for token in tokens.split(separator: " ") {
      let fields = token.split(separator: "/").map(String.init)
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += fields[0]
      parsed.append(
        .init(
          range: start..<text.utf8.count, tag: fields[1], lemma: fields[0].lowercased(),
          head: Int(fields[2]) ?? 0, relation: fields[3]))
    }
    return (text, TimeParse(tokens: parsed, sentences: [0..<text.utf8.count]))
  }

  private func values(_ tokens: String) -> [String?] {
    let (text, parse) = parse(tokens)
    // A Monday.
    let day = Timestamp(year: 2025, month: 1, day: 13)
    return RecordExtractor.record(text, parse: parse, published: day).times.map(\.value)
  }

  @Test func theVerbDecidesWhichFriday() {
    #expect(values("They/PRP/1/nsubj met/VBD/1/ROOT Friday/NNP/1/npadvmod") == ["2025-01-10"])
    #expect(
      values("They/PRP/2/nsubj will/MD/2/aux meet/VB/2/ROOT Friday/NNP/2/npadvmod")
        == ["2025-01-17"])
  }

  @Test func theGoverningVerbNotTheNearest() {
    #expect(
      values(
        "He/PRP/1/nsubj said/VBD/1/ROOT they/PRP/4/nsubj will/MD/4/aux meet/VB/1/ccomp Friday/NNP/4/npadvmod"
      ) == ["2025-01-17"])
    #expect(
      values(
        "They/PRP/2/nsubj will/MD/2/aux meet/VB/5/ccomp he/PRP/5/nsubj ,/,/5/punct said/VBD/5/ROOT Friday/NNP/5/npadvmod"
      ) == ["2025-01-10"])
  }

  @Test func whatIsPlannedIsToCome() {
    #expect(
      values(
        "They/PRP/1/nsubj plan/VBP/1/ROOT to/TO/3/aux meet/VB/1/xcomp Friday/NNP/3/npadvmod")
        == ["2025-01-17"])
  }

  @Test func whatIsArrangedForADayIsToCome() {
    #expect(
      values(
        "They/PRP/1/nsubj announced/VBD/1/ROOT a/DT/3/det visit/NN/1/dobj for/IN/3/prep Friday/NNP/4/pobj"
      ) == ["2025-01-17"])
    #expect(
      values(
        "They/PRP/1/nsubj paid/VBD/1/ROOT a/DT/3/det price/NN/1/dobj for/IN/3/prep Friday/NNP/4/pobj"
      ) == ["2025-01-10"])
  }

  @Test func aDeadlineLiesAhead() {
    #expect(
      values(
        "They/PRP/2/nsubj must/MD/2/aux leave/VB/2/ROOT no/RB/4/neg later/RBR/2/advmod than/IN/4/prep 3/CD/7/nummod January/NNP/5/pobj"
      ) == ["2026-01-03"])
    #expect(
      values(
        "It/PRP/2/nsubjpass was/VBD/2/auxpass paid/VBN/2/ROOT no/RB/4/neg later/RBR/2/advmod than/IN/4/prep 3/CD/7/nummod January/NNP/5/pobj"
      ) == ["2025-01-03"])
  }

  /// The text is of January.
  @Test func whatIsDoneIsOver() {
    #expect(
      values(
        "It/PRP/2/nsubjpass was/VBD/2/auxpass passed/VBN/2/ROOT on/IN/2/prep 12/CD/5/nummod February/NNP/3/pobj"
      ) == ["2024-02-12"])
    #expect(
      values(
        "They/PRP/1/nsubj passed/VBD/1/ROOT it/PRP/1/dobj in/IN/1/prep February/NNP/3/pobj")
        == ["2024-02"])
    // What was set, called or due may be to come.
    #expect(
      values(
        "It/PRP/2/nsubjpass was/VBD/2/auxpass set/VBN/2/ROOT for/IN/2/prep 12/CD/5/nummod February/NNP/3/pobj"
      ) == ["2025-02-12"])
    #expect(
      values(
        "They/PRP/1/nsubj called/VBD/1/ROOT a/DT/3/det vote/NN/1/dobj on/IN/1/prep 12/CD/6/nummod February/NNP/4/pobj"
      ) == ["2025-02-12"])
    // The report may be of another zone's day.
    #expect(
      values(
        "It/PRP/1/nsubj sank/VBD/1/ROOT on/IN/1/prep 14/CD/4/nummod January/NNP/2/pobj")
        == ["2025-01-14"])
  }

  @Test func whatWasNotUntilADayIsOver() {
    #expect(
      values(
        "They/PRP/3/nsubj did/VBD/3/aux not/RB/3/neg answer/VB/3/ROOT until/IN/3/prep Friday/NNP/4/pobj"
      ) == ["2025-01-10"])
    #expect(
      values(
        "They/PRP/3/nsubj will/MD/3/aux not/RB/3/neg answer/VB/3/ROOT until/IN/3/prep Friday/NNP/4/pobj"
      ) == ["2025-01-17"])
  }

  @Test func aModalVerbIsNoMonth() {
    #expect(values("They/PRP/2/nsubj may/MD/2/aux go/VB/2/ROOT").isEmpty)
  }

  @Test func aPlanLooksAheadFromWhereverTheDayStands() {
    #expect(
      values(
        "On/IN/4/prep Friday/NNP/0/pobj the/DT/3/det league/NN/4/nsubj plan/VBZ/4/ROOT to/TO/6/aux meet/VB/4/xcomp"
      ) == ["2025-01-17"])
  }

  @Test func whatBelongsToADayIsNoMoreToComeThanItsVerb() {
    #expect(
      values(
        "They/PRP/2/nsubj would/MD/2/aux look/VB/2/ROOT for/IN/2/prep ways/NNS/3/pobj to/TO/6/aux evade/VB/4/relcl Friday/NNP/10/poss '/POS/7/case s/POS/7/case ruling/NN/6/dobj"
      ) == ["2025-01-10"])
    #expect(
      values(
        "They/PRP/2/nsubj will/MD/2/aux win/VB/2/ROOT Friday/NNP/6/poss '/POS/3/case s/POS/3/case vote/NN/2/dobj"
      ) == ["2025-01-17"])
  }

  @Test func whatHadBeenDueIsOver() {
    #expect(
      values(
        "It/PRP/2/nsubj have/VBD/2/aux been/VBN/2/ROOT due/JJ/2/acomp to/TO/5/aux expire/VB/3/xcomp Friday/NNP/5/npadvmod"
      ) == ["2025-01-10"])
    #expect(
      values("It/PRP/1/nsubj be/VBZ/1/ROOT due/JJ/1/acomp Friday/NNP/2/npadvmod") == ["2025-01-17"])
  }

  @Test func theFirstToComeCameThen() {
    #expect(
      values(
        "The/DT/1/det first/JJ/5/nsubj to/TO/3/aux arrive/VB/5/csubj Friday/NNP/3/npadvmod were/VBD/5/ROOT Danes/NNPS/5/attr"
      ) == ["2025-01-10"])
  }

  /// Written where it was Tuesday already.
  @Test func aReportsOwnDayMayBeAheadOfItsStamp() {
    #expect(
      values("They/PRP/1/nsubj said/VBD/1/ROOT Tuesday/NNP/1/npadvmod that/DT/1/dobj")
        == ["2025-01-14"])
    #expect(
      values("They/PRP/1/nsubj said/VBD/1/ROOT on/IN/1/prep Tuesday/NNP/2/pobj")
        == ["2025-01-07"])
  }

  @Test func whatWillBeInTwoWeeksHasADay() {
    #expect(
      values(
        "It/PRP/2/nsubj will/MD/2/aux close/VB/2/ROOT in/IN/2/prep two/CD/5/nummod weeks/NNS/3/pobj"
      ) == ["2025-01-27"])
    #expect(
      values(
        "It/PRP/1/nsubj closed/VBD/1/ROOT in/IN/1/prep two/CD/4/nummod weeks/NNS/2/pobj"
      ) == ["P2W"])
    #expect(
      values(
        "It/PRP/3/nsubj will/MD/3/aux have/VB/3/aux closed/VBN/3/ROOT in/IN/3/prep two/CD/6/nummod weeks/NNS/4/pobj"
      ) == ["P2W"])
  }

  @Test func aMonthBeforeANounIsOne() {
    let summit = "The/DT/2/det March/NNP/2/compound summit/NN/3/nsubj failed/VBD/3/ROOT"
    #expect(values(summit) == ["2024-03"])
    #expect(values("The/DT/2/det May/NNP/2/compound government/NN/3/nsubj fell/VBD/3/ROOT").isEmpty)
  }

  /// A parse may take the next line for the same sentence.
  @Test func aYearOfTheLineBeforeIsNotThatOfWhatIsToCome() {
    let (text, parse) = parse(
      "Shut/VBN/0/ROOT in/IN/0/prep March/NNP/1/pobj 2023/CD/2/nummod ships/NNS/6/nsubj could/MD/6/aux sail/VB/6/ROOT in/IN/6/prep September/NNP/7/pobj"
    )
    let lines = text.replacing(" ships", with: "\nships")
    let day = Timestamp(year: 2025, month: 1, day: 13)
    func values(_ text: String) -> [String?] {
      RecordExtractor.record(text, parse: parse, published: day).times.map(\.value)
    }
    #expect(values(text) == ["2023-03", "2023-09"])
    #expect(values(lines) == ["2023-03", "2024-09"])
  }

  @Test func whatHangsOnAConditionIsToCome() {
    let ending = "ships/NNS/5/nsubj could/MD/5/aux sail/VB/5/ROOT in/IN/5/prep September/NNP/6/pobj"
    let condition = "If/IN/2/mark they/PRP/2/nsubj agree/VBP/5/advcl "
    #expect(values(condition + ending) == ["2025-09"])
  }

  @Test func whatShouldBeDoneByADayIsToCome() {
    let ending = "close/VB/2/ROOT by/IN/2/prep Friday/NNP/3/pobj"
    #expect(values("It/PRP/2/nsubj should/MD/2/aux " + ending) == ["2025-01-17"])
    #expect(values("It/PRP/2/nsubj must/MD/2/aux " + ending) == ["2025-01-17"])
    #expect(
      values(
        "They/PRP/3/nsubj would/MD/3/aux have/VB/3/aux met/VBN/3/ROOT Friday/NNP/3/npadvmod")
        == ["2025-01-10"])
  }

  @Test func whatIsOnTheCalendarIsToCome() {
    #expect(
      values("They/PRP/1/nsubj vote/VBP/1/ROOT on/IN/1/prep Friday/NNP/2/pobj") == ["2025-01-17"])
    #expect(
      values("They/PRP/1/nsubj walk/VBP/1/ROOT on/IN/1/prep Friday/NNP/2/pobj") == ["2025-01-10"])
  }
}
