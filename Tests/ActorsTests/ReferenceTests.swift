import Records
import Testing

@testable import Actors

/// Nouns and pronouns that stand for somebody named.
struct ReferenceTests {
  @Test func theVisitingMinisterIsTheOneWhoVisited() throws {
    let found = try Found(
      """
      Chilean Foreign Minister Elena Vargas received Peruvian Foreign Minister Tomas Molnar. \
      Tomas Molnar visited Santiago for talks. The visiting foreign minister smiled.
      """)
    #expect(try found.mentions("Tomas Molnar").contains("The visiting foreign minister"))
  }

  @Test func nounOfAnOffice() throws {
    let found = try Found(
      "Chilean Foreign Minister Elena Vargas arrived on Monday. The foreign minister smiled.")
    #expect(try found.mentions("Elena Vargas").contains("The foreign minister"))
  }

  @Test func whatBelongsToTwoIsNotOne() throws {
    let found = try Found("Peter Hale's lawyer met Anna Berg's lawyer on Monday.")
    #expect(found.actors.filter { $0.name.hasSuffix("lawyer") }.count == 2)
  }

  @Test func leaderOfACountry() throws {
    let found = try Found(
      "Chilean President Elena Vargas met Peter Brown on Monday. The Chilean leader smiled. The leader left."
    )
    let mentions = try found.mentions("Elena Vargas")
    #expect(mentions.contains("The Chilean leader") && !mentions.contains("The leader"))
  }

  @Test func anOfficeMayComeBeforeItsHolder() throws {
    let found = try Found(
      "Peter Dahl met the Chilean president on Monday. Chilean President Elena Vargas smiled.")
    #expect(try found.mentions("Elena Vargas").contains("the Chilean president"))
  }

  @Test func ofTwoHoldersNoneIsMeant() throws {
    let found = try Found(
      "Chilean Foreign Minister Elena Vargas met Foreign Minister Tomas Molnar. The minister smiled."
    )
    #expect(try !found.mentions("Elena Vargas").contains("The minister"))
    #expect(try !found.mentions("Tomas Molnar").contains("The minister"))
  }

  @Test func pronounsBySex() throws {
    let found = try Found(
      "John Smith and Mary Jones argued on Monday. She said that he was wrong.")
    #expect(try found.mentions("Mary Jones").contains("She"))
    #expect(try found.mentions("John Smith").contains("he"))
  }

  @Test func subjectOfTheClauseAbove() throws {
    let found = try Found("Vargas told Molnar on Monday that the council had rejected his offer.")
    for actor in found.actors where actor.name == "council" {
      #expect(!actor.mentions.map(found.words).contains("his"))
    }
  }

  @Test func firstPersonIsTheSpeaker() throws {
    let found = try Found("\"I will not resign,\" Peter Brown told the council on Monday.")
    #expect(try found.mentions("Peter Brown").contains("I"))
  }

  @Test func bothCountries() throws {
    let found = try Found("Chile met Hungary on Monday. Both countries signed a pact.")
    let token = try #require(found.token("countries"))
    let several = found.analysis.actors(headedBy: token).map { found.actors[$0].country }
    #expect(several == ["CHL", "HUN"])
  }

  @Test func apposedNameOfKin() throws {
    let found = try Found("Jean Mbuyi's wife, Marie, was wounded on Monday.")
    #expect(found.actors.contains { $0.name == "Marie" })
  }

  @Test func capitalsOfNamesCount() throws {
    let found = try Found("Troops fought an armed Islamic group in the hills of Lebanon on Monday.")
    #expect(!found.actors.contains { $0.country == "DZA" })
  }

  @Test func possessiveOfABody() throws {
    let found = try Found("The White House said its offer stood.")
    #expect(try found.mentions("White House") == ["White House", "its"])
  }

  @Test func relativePronoun() throws {
    let found = try Found("Mary Jones, who leads the union, spoke on Monday.")
    let who = try #require(found.token("who"))
    let actor = try #require(found.analysis.actor(headedBy: who))
    #expect(found.actors[actor].name == "Mary Jones")
  }

  @Test(arguments: [
    "", " ", "\n\n", "\"", "“““", "the the the", "(A)", "(AB)", "of of of (OO)", "'s", "-",
    "he he he",
    "President President President", "MINISTER SAYS NO TO ARMY", "Dr. Mr. Mrs.",
  ])
  func oddTexts(_ text: String) throws {
    let found = try Found(text)
    for actor in found.actors { #expect(!actor.mentions.isEmpty) }
  }

  @Test func anotherMinisterIsAnother() throws {
    let found = try Found(
      "Foreign Minister Ana Berg left on Monday. The interior minister stayed. The minister waved.")
    #expect(try !found.mentions("Ana Berg").contains("The interior minister"))
    let same = try Found(
      "Interior Minister Ana Berg left on Monday. The interior minister was ill.")
    #expect(try same.mentions("Ana Berg").contains("The interior minister"))
  }

  @Test func longSentencesStayQuick() throws {
    let names = (0..<1500).map { "Minister Ana Ruiz\($0), he and both sides" }
    let clock = ContinuousClock()
    let tree = try Found.tree(names.joined(separator: ", "))
    let taken = clock.measure { _ = ActorFinder.find(tree, published: nil) }
    #expect(taken < .seconds(20))
  }
}
