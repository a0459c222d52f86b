import Archive
import Foundation
import Records
import TestSupport
import Testing
import Web

/// The record beside a report: lit words, cards, and the user's word from a form.
@Suite struct RecordPageTests {
  private let sample: SampleArchive

  init() throws {
    sample = try SampleArchive([.ferryTalks])
    try sample.record { sketch in
      let lind = sketch.actor(
        "Lind", country: "NRD", sector: "GOV", offices: ["transport minister"])
      let norby = sketch.place(
        "Norby", country: "NR", at: .init(latitude: 60.5, longitude: 5.25), .city)
      sketch.time("Tuesday", "2025-03-04")
      sketch.statement(
        by: lind, sketch.words("Lind"), cue: "said", "“We will not wait another winter,”",
        kind: .direct)
      sketch.event(.consult, "met", source: [sketch.party(lind)], time: "2025-03-04", place: norby)
      sketch.event(.coerce, "wait", source: [sketch.party(lind)], status: .future, statement: 0)
    }
  }

  @Test(arguments: [
    "<a href=\"#p1\" class=\"lit where\" title=\"Norby, NR, as a city\" id=\"w-p1\">Norby</a>",
    "id=\"w-t1\">Tuesday</a>", "<span class=\"lit said\" title=\"Lind: said, direct\" id=\"w-s1\">",
    "<a class=\"tag\" data-of=\"statement\" href=\"#s1\">1</a>",
    "<a class=\"tag\" data-of=\"event\" href=\"#e1\">CONSULT</a>",
    "<a class=\"tag\" data-of=\"event\" href=\"#e2\">COERCE, claimed</a>",
    "<li class=\"item\" id=\"s1\" data-step data-kind=\"statement\">",
    "<p class=\"status\">claimed by Lind, announced</p>",
    "<h3><a href=\"/actors/1\"><bdi>Lind</bdi></a></h3>", "Tuesday, 4 March 2025",
    "<a href=\"#p1\">Norby</a>", "transport minister, NRD",
    "action=\"/report/1/version/1/judge\"", "id=\"show-said\" checked",
  ])
  func shows(part: String) throws {
    #expect(try sample.page("/report/1").contains(part))
  }

  @Test func aSpeakerWhoIsNoActorHasTheWordsOfTheText() throws {
    let sample = try SampleArchive([.ferryTalks])
    try sample.record { sketch in
      sketch.statement(
        by: nil, sketch.words("Lind"), cue: "said", "“We will not wait another winter,”")
    }
    #expect(try sample.page("/report/1").contains("<h3><bdi>Lind</bdi></h3>"))
  }

  @Test func theFirstLinkToEachWordLeadsSomewhere() throws {
    let page = try sample.page("/report/1")
    let all = values(of: " id", in: page)
    let ids = Set(all)
    #expect(ids.count == all.count)
    for link in values(of: " href", in: page) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())))
    }
  }

  private func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: attribute + "=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" })
    }
  }

  @Test func withoutARecordParagraphsAreStops() throws {
    let plain = try SampleArchive([.ferryTalks])
    let page = try plain.page("/report/1")
    #expect(page.contains("<p class=\"lead\" data-step>"))
    #expect(!page.contains("class=\"item\""))
    #expect(!(try sample.page("/report/1").contains("<p class=\"lead\" data-step>")))
  }

  // MARK: - The user's word

  private func judge(_ fields: [(String, String)], kind: String = "event", number: Int = 0) throws
    -> Response
  {
    try sample.post(
      "/report/1/version/1/judge", [("item", kind), ("number", String(number))] + fields)
  }

  @Test func confirmingRejectingTakingBack() throws {
    let confirmed = try judge([("verdict", "confirmed")])
    #expect(confirmed.status == 303)
    #expect(confirmed.header("Location") == "/report/1#e1")
    #expect(try sample.page("/report/1").contains("Confirmed by you"))
    _ = try judge([("verdict", "rejected")])
    let page = try sample.page("/report/1")
    #expect(page.contains("<del><bdi>met</bdi></del>"))
    #expect(!page.contains(">CONSULT</a>"))
    _ = try judge([("verdict", "withdrawn")])
    #expect(!(try sample.page("/report/1").contains("by you")))
  }

  @Test func correctingAnEvent() throws {
    let fields = [
      ("verdict", "corrected"), ("type", "AGREE"), ("status", "historical"), ("source", ""),
      ("target", "Lind"), ("time", "2025-W10"),
    ]
    #expect(try judge(fields).status == 303)
    let page = try sample.page("/report/1")
    #expect(page.contains("AGREE, background"))
    #expect(page.contains("nobody named to <a href=\"/actors/1\"><bdi>Lind</bdi></a>"))
    #expect(page.contains("2025-W10"))
    #expect(page.contains("Corrected by you"))
  }

  @Test func correctingTheOtherKinds() throws {
    _ = try judge(
      [("verdict", "corrected"), ("type", "DATE"), ("value", "2025-03-11")], kind: "time")
    _ = try judge(
      [
        ("verdict", "corrected"), ("name", "Estvik"), ("country", "nr"), ("lat", "61.5"),
        ("lon", "-5"), ("precision", "region"),
      ], kind: "place")
    _ = try judge(
      [
        ("verdict", "corrected"), ("name", "Ana Lind"), ("kind", "person"), ("country", ""),
        ("sector", "opp"),
      ], kind: "actor")
    _ = try judge(
      [("verdict", "corrected"), ("speaker", ""), ("kind", "mixed"), ("act", "belief")],
      kind: "statement")
    let page = try sample.page("/report/1")
    for part in [
      "Tuesday, 11 March 2025", "Estvik, NR, as a region", "person, OPP", "believed, mixed",
      "Speaker left open",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  /// Fields as "name=value", apart by blanks.
  @Test(arguments: [
    ("event", "verdict=corrected type=DANCE status=fact"),
    ("event", "verdict=corrected type=AID status=fact source=Nobody"),
    ("event", "verdict=corrected type=AID status=fact time=<b>"),
    ("place", "verdict=corrected name=N precision=none lat=91 lon=0"),
    ("place", "verdict=corrected name=N precision=none lat=nan lon=0"),
    ("place", "verdict=corrected name=N precision=none lat=9"),
    ("actor", "verdict=corrected name= kind=person"),
    ("event", "verdict=maybe"), ("event", ""), ("dance", "verdict=confirmed"),
  ])
  func whatIsNoCorrection(kind: String, fields: String) throws {
    let pairs = fields.split(separator: " ").map { field in
      let parts = field.split(separator: "=", omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts[1]))
    }
    #expect(try judge(pairs, kind: kind).status == 400)
    #expect(!(try sample.page("/report/1").contains("by you")))
  }

  @Test func whatIsNotThere() throws {
    #expect(try judge([("verdict", "confirmed")], number: 99).status == 400)
    #expect(try sample.post("/report/9/version/1/judge", [("verdict", "confirmed")]).status == 404)
  }

  /// Cross-site request forgery: a form counts only with this run's token, from here.
  @Test func formsOfOthersAreRefused() throws {
    let fields = [("item", "event"), ("number", "0"), ("verdict", "rejected")]
    let target = "/report/1/version/1/judge"
    #expect(try sample.post(target, fields, token: "").status == 403)
    #expect(try sample.post(target, fields, token: String(repeating: "0", count: 32)).status == 403)
    for headers in [
      ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"],
      ["Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"], ["Sec-Fetch-Site": "none"],
      ["Origin": "http://evil.example"], ["Origin": "http://localhost:9"],
    ] {
      #expect(try sample.post(target, fields, headers: headers).status == 403)
    }
    #expect(try sample.post(target, fields, headers: ["Host": "evil.example"]).status == 421)
    #expect(!(try sample.page("/report/1").contains("by you")))
    #expect(
      try sample.post(target, fields, headers: ["Origin": "http://localhost:8642"]).status == 303)
  }

  @Test func whoeverReachesTheAddressChangesNothing() throws {
    let open = Reader(try Library(path: sample.path), isLoopback: false)
    let request = try Request(method: "GET", target: "/report/1", headers: ["Host": "reader"])
    let page = open.answer(.success(request)).text
    #expect(page.contains("class=\"item\""))
    #expect(!page.contains("<form method=\"post\""))
  }

  @Test func hostileItemsStayWords() throws {
    var article = Article.ferryTalks
    article.blocks = [Block(.text, text: "</p><script>alert(1)</script> met")]
    let hostile = try SampleArchive([article])
    try hostile.record { sketch in
      let actor = sketch.actor(
        "<script>alert(2)</script>", country: "\"><i>",
        offices: ["<img src=x>"], mentions: [sketch.words("<script>alert(1)")])
      sketch.event(.consult, "met", source: [sketch.party(actor)], time: "\"><script>")
      sketch.time("alert", "'><script>")
      sketch.record.events[0].range = 5..<999_999_999
      sketch.record.times[0].rule = "</p><script>"
    }
    let page = try hostile.page("/report/1")
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("<img"))
  }
}
