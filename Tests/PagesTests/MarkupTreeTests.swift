import Testing

@testable import Pages

/// A document and its tree: a line a node, as the html5lib tests write it, without the bars and
/// without `html`, `head` and `body` where it is about the body's content.
struct TreeCase: CustomTestStringConvertible, Sendable {
  var source: String
  var tree: String

  init(_ source: String, _ lines: String...) {
    self.source = source
    tree = lines.joined(separator: "\n")
  }

  var testDescription: String { source }
}

enum Trees {
  /// The whole tree of a document.
  static func whole(_ source: String) -> String {
    String(decoding: HTMLParser.parse(Array(source.utf8)).dump(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("| ") ? String($0.dropFirst(2)) : String($0) }
      .joined(separator: "\n").trimmingSuffix("\n")
  }

  /// What is in the body of a document in no-quirks mode.
  static func body(_ source: String) -> String {
    let lines = whole("<!DOCTYPE html>" + source).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let body = lines.firstIndex(of: "  <body>") else { return "no body" }
    return lines[(body + 1)...].map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

@Suite struct MarkupTreeTests {
  @Test(arguments: [
    TreeCase("Rain", "<html>", "  <head>", "  <body>", "    \"Rain\""),
    TreeCase("", "<html>", "  <head>", "  <body>"),
    TreeCase(
      "<!doctype HTML><!-- a --><title>x</title> <p>y", "<!DOCTYPE html>", "<!--  a  -->", "<html>",
      "  <head>", "    <title>", "      \"x\"", "    \" \"", "  <body>", "    <p>", "      \"y\""),
    TreeCase(
      "<html lang=sv><body class=a><html id=b><body id=c>", "<html>", "  id=\"b\"",
      "  lang=\"sv\"", "  <head>", "  <body>", "    class=\"a\"", "    id=\"c\""),
    TreeCase(
      "<head><noscript><img src=x>", "<html>", "  <head>", "    <noscript>", "  <body>",
      "    <img>",
      "      src=\"x\""),
    TreeCase(
      "<p>x</body></html><!-- after -->", "<html>", "  <head>", "  <body>", "    <p>",
      "      \"x\"", "<!--  after  -->"),
    TreeCase(
      "<p>x</body><!-- after --><p>y", "<html>", "  <head>", "  <body>", "    <p>", "      \"x\"",
      "    <p>", "      \"y\"", "  <!--  after  -->"),
    TreeCase(
      "<head></head><link><p>", "<html>", "  <head>", "    <link>", "  <body>", "    <p>"),
    TreeCase(
      "<frameset><frame>x <noframes>y</noframes></frameset>", "<html>", "  <head>", "  <frameset>",
      "    <frame>", "    \" \"", "    <noframes>", "      \"y\""),
  ])
  func documents(_ example: TreeCase) {
    #expect(Trees.whole(example.source) == example.tree)
  }

  @Test(arguments: [
    TreeCase("<p>a<p>b</p></p>", "<p>", "  \"a\"", "<p>", "  \"b\"", "<p>"),
    TreeCase("<p><div>a", "<p>", "<div>", "  \"a\""),
    TreeCase("<h1>a<h2>b", "<h1>", "  \"a\"", "<h2>", "  \"b\""),
    TreeCase(
      "<ul><li>a<li>b<ul><li>c</ul>d", "<ul>", "  <li>", "    \"a\"", "  <li>", "    \"b\"",
      "    <ul>", "      <li>", "        \"c\"", "    \"d\""),
    TreeCase(
      "<dl><dt>a<dd>b<dt>c", "<dl>", "  <dt>", "    \"a\"", "  <dd>", "    \"b\"", "  <dt>",
      "    \"c\""),
    TreeCase(
      "<pre>\n\na</pre><textarea>\nb</textarea>", "<pre>", "  \"", "a\"", "<textarea>",
      "  \"b\""),
    TreeCase("<form>a<form>b</form>c", "<form>", "  \"ab\"", "\"c\""),
    TreeCase("<button>a<button>b", "<button>", "  \"a\"", "<button>", "  \"b\""),
    TreeCase("a<br/>b</br>c", "\"a\"", "<br>", "\"b\"", "<br>", "\"c\""),
    TreeCase("<image src=a><isindex>b", "<img>", "  src=\"a\"", "<isindex>", "  \"b\""),
    TreeCase("x</p>a</em>", "\"x\"", "<p>", "\"a\""),
    TreeCase(
      "<ruby>a<rb>b<rt>c<rtc>d<rp>e", "<ruby>", "  \"a\"", "  <rb>", "    \"b\"", "  <rt>",
      "    \"c\"", "  <rtc>", "    \"d\"", "    <rp>", "      \"e\""),
    TreeCase(
      "<select><option>a<option>b<optgroup><div>c</select>d", "<select>", "  <option>",
      "    \"a\"", "  <option>", "    \"b\"", "  <optgroup>", "    <div>", "      \"c\"", "\"d\""),
    TreeCase(
      "<select>a<select>b<select>c<input>", "<select>", "  \"a\"", "\"b\"", "<select>",
      "  \"c\"", "<input>"),
  ])
  func blocks(_ example: TreeCase) {
    #expect(Trees.body(example.source) == example.tree)
  }

  @Test(arguments: [
    TreeCase(
      "<p>a<b>b<p>c</b>d", "<p>", "  \"a\"", "  <b>", "    \"b\"", "<p>", "  <b>",
      "    \"c\"", "  \"d\""),
    TreeCase("<a>x<a>y", "<a>", "  \"x\"", "<a>", "  \"y\""),
    TreeCase(
      "<a>x<div>y<a>z", "<a>", "  \"x\"", "<div>", "  <a>", "    \"y\"", "  <a>",
      "    \"z\""),
    TreeCase(
      "<b><b><b><b><p>x", "<b>", "  <b>", "    <b>", "      <b>", "        <p>",
      "          \"x\""),
    TreeCase(
      "<p><b><b><b><b></p>x", "<p>", "  <b>", "    <b>", "      <b>", "        <b>", "<b>",
      "  <b>", "    <b>", "      \"x\""),
    TreeCase("<i><b>x</i>y</b>z", "<i>", "  <b>", "    \"x\"", "<b>", "  \"y\"", "\"z\""),
    TreeCase("<b><object>x</b>y</object>z", "<b>", "  <object>", "    \"xy\"", "  \"z\""),
    TreeCase("<nobr>a<nobr>b", "<nobr>", "  \"a\"", "<nobr>", "  \"b\""),
  ])
  func formatting(_ example: TreeCase) {
    #expect(Trees.body(example.source) == example.tree)
  }
}
