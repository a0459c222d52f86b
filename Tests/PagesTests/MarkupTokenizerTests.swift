import Testing

@testable import Pages

/// The tokenizer's states, seen through the tree.
@Suite struct MarkupTokenizerTests {
  @Test(arguments: [
    TreeCase("a < b <3 </> c", "\"a < b <3  c\""),
    TreeCase("a<", "\"a<\""),
    TreeCase("a</", "\"a</\""),
    TreeCase("a<p", "\"a\""),
    TreeCase(
      "a<?x y?>b</ z>c<!d>", "\"a\"", "<!-- ?x y? -->", "\"b\"", "<!--  z -->", "\"c\"",
      "<!-- d -->"),
    TreeCase(
      "<P A=1 a=2 B='x' c=\"y\" d e = z>", "<p>", "  a=\"1\"", "  b=\"x\"", "  c=\"y\"",
      "  d=\"\"", "  e=\"z\""),
    TreeCase(
      "<p a=b/c/><p =x=y><p a\"b'c<d>", "<p>", "  a=\"b/c/\"", "<p>", "  =x=\"y\"", "<p>",
      "  a\"b'c<d=\"\""),
    TreeCase("<p a='x\r\ny\rz'>1\r\n2\r3", "<p>", "  a=\"x", "y", "z\"", "  \"1", "2", "3\""),
    TreeCase("<p a=\"x", ""),
    TreeCase("<a\0b c\0=d\0>e\0f</a\0b>", "<a\u{FFFD}b>", "  c\u{FFFD}=\"d\u{FFFD}\"", "  \"ef\""),
    TreeCase("<É><é x=1>", "\"<É><é x=1>\""),
  ])
  func tags(_ example: TreeCase) {
    #expect(Trees.body(example.source) == example.tree)
  }

  @Test(arguments: [
    ("<!---->", ""), ("<!-->", ""), ("<!--->", ""), ("<!--a-->", "a"), ("<!--a--!>", "a"),
    ("<!--a--b-->", "a--b"), ("<!--a---->", "a--"), ("<!--<!--a-->", "<!--a"), ("<!--a", "a"),
    ("<!--a-", "a"), ("<!--a--", "a"), ("<!--a--!", "a"), ("<!--a--!b-->", "a--!b"),
    ("<!--a\0b-->", "a\u{FFFD}b"), ("<!--a->b-->", "a->b"),
  ])
  func comments(source: String, text: String) {
    #expect(Trees.whole(source).hasPrefix("<!-- \(text) -->\n<html>"))
  }

  @Test(arguments: [
    TreeCase("<script>a<b>&amp;</script >b", "<script>", "  \"a<b>&amp;\"", "\"b\""),
    TreeCase(
      "<script><!--<script></script>a--></script>b", "<script>",
      "  \"<!--<script></script>a-->\"", "\"b\""),
    TreeCase("<script><!--a</script>b", "<script>", "  \"<!--a\"", "\"b\""),
    TreeCase("<script><!--><script></script>b", "<script>", "  \"<!--><script>\"", "\"b\""),
    TreeCase("<script><!--<scripty></script>b", "<script>", "  \"<!--<scripty>\"", "\"b\""),
    TreeCase(
      "<script>\0<!--\0<script>\0</script>\0-->\0</script>", "<script>",
      "  \"\u{FFFD}<!--\u{FFFD}<script>\u{FFFD}</script>\u{FFFD}-->\u{FFFD}\""),
    TreeCase("<style><!--</style>a", "<style>", "  \"<!--\"", "\"a\""),
    TreeCase("<title>&lt;<b></TITLE/x>a", "<title>", "  \"<<b>\"", "\"a\""),
    TreeCase("<textarea></textareas></textarea>a", "<textarea>", "  \"</textareas>\"", "\"a\""),
    TreeCase("<xmp>&lt;<b></xmp>a", "<xmp>", "  \"&lt;<b>\"", "\"a\""),
    TreeCase("<plaintext></plaintext>a", "<plaintext>", "  \"</plaintext>a\""),
    TreeCase("<title>a</title", "<title>", "  \"a</title\""),
  ])
  func rawText(_ example: TreeCase) {
    #expect(Trees.body("<p></p>" + example.source) == "<p>\n" + example.tree)
  }

  @Test(arguments: [
    ("&amp;&AMP&lt;&gt", "&&<>"), ("&notit;&notin;", "¬it;∉"), ("&#65;&#x41&#X61;", "AAa"),
    ("&#0;&#x80;&#x110000;&#xD800;", "\u{FFFD}€\u{FFFD}\u{FFFD}"), ("&;&#;&#x;&x;", "&;&#;&#x;&x;"),
    ("&NotEqualTilde;", "≂̸"), ("&CounterClockwiseContourIntegral;", "∳"), ("a&", "a&"),
    ("&am", "&am"), ("&amp", "&"), ("&#99999999999999999999;", "\u{FFFD}"),
  ])
  func characterReferences(source: String, text: String) {
    #expect(Trees.body("<p></p>" + source) == "<p>\n\"\(text)\"")
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a=1&copy2", "?a=1&copy2"), ("&copy", "©"),
    ("&copy;=", "©="), ("&notit;", "&notit;"), ("&amp;&quot", "&\""), ("&&#65;", "&A"),
  ])
  func characterReferencesInAttributes(source: String, value: String) {
    for quote in ["\"", "'", ""] {
      let tree = HTMLParser.parse(Array("<p title=\(quote)\(source)\(quote)>".utf8))
      let paragraph = tree.first(.p, in: tree.root)
      #expect(paragraph.flatMap { tree.attribute($0, .title) } == value)
    }
  }

  @Test func everyNamedReferenceIsFound() {
    #expect(Trees.body("<p></p>&zwnj;&Aacute;&yuml&zscr;") == "<p>\n\"\u{200C}Áÿ𝓏\"")
  }
}
