import Testing

@testable import Web

@Suite struct HTMLTests {
  private func written(_ html: HTML) -> String {
    var writer = HTMLWriter()
    writer.write(html)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func escapesTextAndAttributes() {
    let hostile = "</p><script>alert('1')</script> & \"x\""
    let escaped =
      "&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;"
    #expect(
      written(p(.title(hostile)) { hostile }) == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func entitiesStayWords() {
    #expect(written(p { "&lt;b&gt; &#60;" }) == "<p>&amp;lt;b&amp;gt; &amp;#60;</p>")
  }

  @Test(arguments: ["\0", "\u{1B}", "\u{7}", "\u{7F}", "\u{9B}", "\u{80}", "\r", "\u{C}"])
  func controlCharactersAreReplaced(control: String) {
    #expect(written(p { "a" + control + "b" }) == "<p>a\u{FFFD}b</p>")
  }

  @Test func otherCharactersStay() {
    #expect(written(p { "é\u{A0}漢😀\tx\n" }) == "<p>é\u{A0}漢😀\tx\n</p>")
  }

  @Test func voidElementsAndBareAttributes() {
    #expect(written(input(Attribute("disabled", nil))) == "<input disabled>")
    #expect(written(group { if false { "a" } }) == "")
  }
}

@Suite struct AddressTests {
  @Test(arguments: [
    "https://post.example/a?b=1&c=2#d", "http://post.example", "HTTPS://POST.example/ä",
  ])
  func webAddressesMayBeLinked(text: String) {
    #expect(Address(web: text)?.text == text)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//post.example/", "/local", "",
    "https:post.example", "https://", "https:///path", "https://post.example/a b",
    "https://post.example/\u{0}", "http://\tpost.example", "\u{1}https://post.example", "blob:x",
    "https://" + String(repeating: "a", count: 5000),
  ])
  func nothingElseMay(text: String) {
    #expect(Address(web: text) == nil)
  }

  @Test(arguments: [
    ("https://www.post.example:8080/a", "post.example"), ("http://post.example", "post.example"),
    ("https://bank.example@evil.example/x", "evil.example"),
    ("https://evil.example\\@bank.example/", "evil.example"), ("https://[::1]:80/", "[::1]"),
  ])
  func hostIsTheOneLedTo(text: String, host: String) {
    #expect(Address(web: text)?.host == host)
  }

  @Test func pagesArePercentEncoded() {
    #expect(Address.page().text == "/")
    #expect(
      Address.page("search", query: [.init("q", "a b&c=\"d\"")]).text
        == "/search?q=a%20b%26c%3D%22d%22")
    #expect(Address.page("..", "a/b").text == "/../a%2Fb")
  }
}
