import Testing

@testable import Pages

/// The tree of a document as the html5lib tests write it, without the bars in front.
func tree(_ source: String) -> String {
  String(decoding: HTMLParser.parse(Array(source.utf8)).dump(), as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("| ") ? String($0.dropFirst(2)) : String($0) }
    .joined(separator: "\n")
}

/// The same, of the body's children alone.
func bodyTree(_ source: String) -> String {
  let lines = tree("<!DOCTYPE html>" + source).split(separator: "\n")
  guard let body = lines.firstIndex(of: "  <body>") else { return "" }
  return lines[(body + 1)...].map { String($0.dropFirst(4)) }.joined(separator: "\n")
}

@Suite struct MarkupTreeTests {
  @Test func aPageWithoutTagsHasTheThreeElements() {
    #expect(tree("Rain") == "<html>\n  <head>\n  <body>\n    \"Rain\"\n")
  }

  @Test func wronglyNestedFormattingIsAdopted() {
    #expect(
      bodyTree("<p>a<b>b<p>c</b>d")
        == "<p>\n  \"a\"\n  <b>\n    \"b\"\n<p>\n  <b>\n    \"c\"\n  \"d\"")
  }

  @Test func textInATableGoesBeforeIt() {
    #expect(
      bodyTree("<table>x<tr><td>y</table>")
        == "\"x\"\n<table>\n  <tbody>\n    <tr>\n      <td>\n        \"y\"")
  }
}
