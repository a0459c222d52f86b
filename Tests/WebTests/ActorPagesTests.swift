import Archive
import Foundation
import Records
import TestSupport
import Testing
import Web

/// The pages of actors and of the agenda.
@Suite struct ActorPagesTests {
  private let sample: SampleArchive

  init() throws {
    sample = try SampleArchive([.ferryTalks])
    try sample.record { sketch in
      let lind = sketch.actor(
        "Ana Lind", country: "NRD", sector: "GOV", offices: ["transport minister"],
        mentions: [sketch.words("Lind")])
      let union = sketch.actor("Islanders", .group, mentions: [sketch.words("islanders")])
      sketch.statement(
        by: lind, sketch.words("Lind"), "“We will not wait another winter,”", kind: .direct)
      sketch.event(.consult, "met", source: [sketch.party(lind)], target: [sketch.party(union)])
      sketch.time("Tuesday", "2025-03-11")
      sketch.time("winter", "2025-12")
    }
  }

  @Test(arguments: [
    ("/actors", "<a href=\"/actors/1\"><span><bdi>Ana Lind</bdi>"),
    ("/actors?q=lind", "1 actor"), ("/actors?q=NRD&kind=person", "1 actor"),
    ("/actors?kind=country", "0 actors"), ("/actors/doubtful", "There are none."),
    ("/actors/1", "<h1><bdi>Ana Lind</bdi></h1>"), ("/actors/1", "transport minister, NRD"),
    ("/actors/1", "told on 2025-03-04"), ("/actors/1", "<a href=\"/report/1#a1\">report 1</a>"),
    ("/actors/1", "href=\"/report/1#w-s1\""), ("/actors/1", "href=\"/report/1#w-e1\""),
    ("/actors/1", "Ana Lind to Islanders"),
    ("/actors/1", "<a href=\"/actors/2\"><bdi>Islanders</bdi>"),
    ("/actors/1/said", "1 statement"), ("/actors/1/did", "1 event"),
    ("/actors/2/had-done", "1 event"), ("/actors/2/did", "0 events"),
    ("/agenda?from=2025-03-05", "Tuesday, 11 March 2025"),
    ("/agenda?from=2025-03-05", "Some time in December 2025"),
    ("/agenda?from=2025-03-05", "<mark>Tuesday</mark>"),
    ("/agenda?from=2025-03-12&to=2025-12-01", "1 date"),
    ("/agenda?from=2030-01-01", "Nothing in the archive is due"),
  ])
  func shows(target: String, part: String) throws {
    let response = try sample.get(target)
    #expect(response.status == 200)
    #expect(response.text.contains(part))
  }

  @Test(arguments: [
    ("/actors/99", 404), ("/actors/0", 404), ("/actors?page=2", 404),
    ("/actors/1/said?page=2", 404),
    ("/agenda?from=yesterday", 400), ("/agenda?page=9", 404), ("/agenda.ics?to=2025-13-01", 400),
    ("/actors/1/decide", 405), ("/agenda?from=0001-01-01", 200),
  ])
  func statuses(target: String, status: Int) throws {
    #expect(try sample.get(target).status == status)
  }

  @Test func calendarAndFeed() throws {
    let calendar = try sample.get("/agenda.ics")
    #expect(calendar.header("Content-Type") == "text/calendar; charset=utf-8")
    #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.text.components(separatedBy: "BEGIN:VEVENT").count == 3)
    let feed = try sample.get("/agenda.atom")
    #expect(feed.header("Content-Type") == "application/atom+xml; charset=utf-8")
    #expect(feed.text.components(separatedBy: "<entry>").count == 3)
    #expect(feed.text.contains("href=\"http://localhost:8642/report/1\""))
    #expect(feed.text.contains("<title>2025-03-11: Two ministers met"))
  }

  @Test func aRejectedDateIsNotDue() throws {
    _ = try sample.post(
      "/report/1/version/1/judge", [("item", "time"), ("number", "0"), ("verdict", "rejected")])
    _ = try sample.post(
      "/report/1/version/1/judge",
      [
        ("item", "time"), ("number", "1"), ("verdict", "corrected"), ("type", "DATE"),
        ("value", "2026-01"),
      ])
    let page = try sample.page("/agenda?from=2025-03-05")
    #expect(page.contains("1 date<"))
    #expect(page.contains("Some time in January 2026"))
  }

  @Test func whoIsWho() throws {
    func decide(_ fields: [(String, String)]) throws -> Response {
      try sample.post("/actors/1/decide", fields, from: "/actors/1")
    }
    #expect(try decide([("decision", "joined"), ("other", "2")]).status == 303)
    #expect(try sample.get("/actors/2").header("Location") == "/actors/1")
    let page = try sample.page("/actors/1")
    #expect(page.contains("You joined "))
    #expect(try decide([("decision", "joined"), ("other", "2")]).status == 400)
    #expect(try decide([("decision", "undone"), ("other", "1")]).status == 303)
    #expect(try sample.get("/actors/2").status == 200)
    #expect(try decide([("decision", "split"), ("report", "1")]).status == 303)
    #expect(try decide([("decision", "split"), ("report", "7")]).status == 400)
    #expect(try decide([("decision", "dance")]).status == 400)
    #expect(try decide([("decision", "joined")]).status == 400)
    #expect(
      try sample.post("/actors/1/decide", [("decision", "joined"), ("other", "2")], token: "x")
        .status == 403)
  }
}
