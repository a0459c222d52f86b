import Records
import TestSupport
import Testing

@testable import Archive

/// Offices that reports of the archive tell, for the records of other reports.
@Suite struct KnownOfficesTests {
  private let samples: Samples

  init() throws { samples = try Samples() }

  private func add(
    _ name: String, _ day: String, standing: Actor.Role.Standing? = nil,
    rule: String = "apposition",
    person: String = "Ana Lind"
  ) throws {
    let article = Samples.article(
      name, body: "The minister, \(person), came to \(name).", published: day)
    _ = try samples.add(article, name: name) { sketch in
      let actor = sketch.actor(person, country: "NOR", sector: "GOV", offices: ["foreign minister"])
      sketch.record.actors[actor].roles[0].standing = standing
      sketch.record.actors[actor].roles[0].rule = rule
      if rule != "known" {
        sketch.record.actors[actor].roles[0].evidence = sketch.words("minister")
      }
    }
  }

  @Test func holdAboutTheDayOfTheReport() throws {
    try add("one", "2025-03-04")
    let holding = try #require(try samples.archive.officeHoldings().first)
    #expect(holding.report == 1)
    #expect(holding.title == "foreign minister" && holding.country == "NOR")
    #expect(holding.holds(on: "2025-03-04") && holding.holds(on: "2025-08-01"))
    #expect(!holding.holds(on: "2024-03-04") && !holding.holds(on: "2026-03-04"))
  }

  @Test func endWithTheReportOfAFormerHolder() throws {
    try add("one", "2025-03-04")
    try add("two", "2025-05-01", standing: .former)
    let holdings = try samples.archive.officeHoldings()
    #expect(holdings.count == 1)
    #expect(holdings.first?.to == "2025-05-01")
  }

  @Test func whatWasTakenFromElsewhereIsNoEvidence() throws {
    try add("one", "2025-03-04", rule: "known")
    try add("two", "2025-03-04", person: "Orre")
    #expect(try samples.archive.officeHoldings().isEmpty)
  }
}
