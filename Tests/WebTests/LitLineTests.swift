import Archive
import Foundation
import Testing

@testable import Web

/// How lights become markup: nested, crossing, side by side.
@Suite struct LitLineTests {
  private func light(_ range: Range<Int>, _ kind: ItemKind, _ number: Int, tag: String? = nil)
    -> Light
  {
    Light(range: range, kind: kind, number: number, title: "t", tag: tag)
  }

  private func written(_ text: String, _ lights: [Light]) -> String {
    var named: Set<String> = []
    var writer = HTMLWriter()
    writer.write(LitLine.html(Array(text.unicodeScalars)[...], lights, named: &named))
    return String(decoding: writer.bytes, as: UTF8.self)
      .replacingOccurrences(of: " title=\"t\"", with: "")
  }

  @Test func aLightAloneIsALinkToItsCard() {
    #expect(
      written("on Monday <b>", [light(3..<9, .time, 0)])
        == "on <a href=\"#t1\" class=\"lit when\" id=\"w-t1\">Monday</a> &lt;b&gt;")
  }

  @Test func lightsNest() {
    let html = written(
      "abcd", [light(1..<3, .event, 0, tag: "X"), light(0..<4, .statement, 0, tag: "1")])
    #expect(
      html
        == "<span class=\"lit said\" id=\"w-s1\">a<span class=\"lit event\" id=\"w-e1\">bc</span>"
        + "<a class=\"tag\" data-of=\"event\" href=\"#e1\">X</a>d</span>"
        + "<a class=\"tag\" data-of=\"statement\" href=\"#s1\">1</a>")
  }

  @Test func crossingLightsAreMadeOfPiecesWithOneID() {
    let html = written("abc", [light(0..<2, .statement, 0), light(1..<3, .statement, 1)])
    #expect(
      html == "<span class=\"lit said\" id=\"w-s1\">a"
        + "<a href=\"#s2\" class=\"lit said\" id=\"w-s2\">b</a></span>"
        + "<a href=\"#s2\" class=\"lit said\">c</a>")
  }

  /// Whatever the lights are, the words stay and the elements match.
  @Test func wordsStayWhole() {
    var random = SystemRandomNumberGenerator()
    let text = "The ministers met in Norby & said <so> on Monday."
    let length = text.unicodeScalars.count
    let kinds: [ItemKind] = [.statement, .event, .actor, .place, .time]
    for _ in 0..<300 {
      let lights = (0..<Int.random(in: 1...30, using: &random)).map { number in
        let start = Int.random(in: 0..<length, using: &random)
        return light(
          start..<Int.random(in: start + 1...length, using: &random), kinds[number % 5], number)
      }
      let html = written(text, lights)
      #expect(
        Markup.text(of: html) == "The ministers met in Norby &amp; said &lt;so&gt; on Monday.")
      #expect(Markup.isBalanced(html))
    }
  }

  @Test func aThousandLightsOnAWordAreBounded() {
    let lights = (0..<1000).map { light(0..<4, .event, $0) }
    #expect(written("met ", lights).components(separatedBy: "<span").count <= LitLine.deepest + 1)
  }
}

/// Looking at markup without a parser.
private enum Markup {
  static func text(of html: String) -> String {
    var isTag = false
    return html.filter { character in
      if character == "<" { isTag = true }
      defer { if character == ">" { isTag = false } }
      return !isTag
    }
  }

  static func isBalanced(_ html: String) -> Bool {
    var open: [String] = []
    for part in html.split(separator: "<").filter({ $0.contains(">") }) {
      let name = String(part.prefix { $0.isLetter || $0 == "/" })
      if name.hasPrefix("/") {
        guard open.popLast() == String(name.dropFirst()) else { return false }
      } else {
        // Links do not nest.
        if name == "a", open.contains("a") { return false }
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
