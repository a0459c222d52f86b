import Testing

@testable import Pages

/// Tables, templates and foreign content, whose rules move nodes about.
@Suite struct MarkupTableTests {
  @Test(arguments: [
    TreeCase(
      "<table>x<tr><td>y</table>", "\"x\"", "<table>", "  <tbody>", "    <tr>", "      <td>",
      "        \"y\""),
    TreeCase(
      "<table> <tr> <td>", "<table>", "  \" \"", "  <tbody>", "    <tr>", "      \" \"",
      "      <td>"),
    TreeCase(
      "<table>a<tr>&amp;<tr>b</table>c", "\"a&b\"", "<table>", "  <tbody>", "    <tr>",
      "    <tr>", "\"c\""),
    TreeCase(
      "<table><td>a<th>b<tr><td>c", "<table>", "  <tbody>", "    <tr>", "      <td>",
      "        \"a\"", "      <th>", "        \"b\"", "    <tr>", "      <td>", "        \"c\""),
    TreeCase(
      "<table><caption>a<col><tfoot><tr>", "<table>", "  <caption>", "    \"a\"",
      "  <colgroup>", "    <col>", "  <tfoot>", "    <tr>"),
    TreeCase(
      "<table><b><tr><td>x</table>y", "<b>", "<table>", "  <tbody>", "    <tr>",
      "      <td>", "        \"x\"", "<b>", "  \"y\""),
    TreeCase(
      "<table><input type=hidden><input><form>x", "<input>", "\"x\"", "<table>", "  <input>",
      "    type=\"hidden\"", "  <form>"),
    TreeCase(
      "<table><tr><td><table>a</table>b", "<table>", "  <tbody>", "    <tr>", "      <td>",
      "        \"a\"", "        <table>", "        \"b\""),
    TreeCase("<p><table>", "<p>", "<table>"),
    TreeCase("<td>a</td><tr>b", "\"ab\""),
  ])
  func tables(_ example: TreeCase) {
    #expect(Trees.body(example.source) == example.tree)
  }

  @Test func aTableStaysInAParagraphInQuirksMode() {
    #expect(
      Trees.whole("<p><table>")
        == "<html>\n  <head>\n  <body>\n    <p>\n      <table>")
  }

  @Test(arguments: [
    "<!DOCTYPE html SYSTEM 'about:legacy-compat'>",
    "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>",
  ])
  func otherDoctypesWithoutQuirks(_ doctype: String) {
    #expect(Trees.whole(doctype + "<p><table>").hasSuffix("    <p>\n    <table>"))
  }

  @Test(arguments: [
    "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>", "<!DOCTYPE>",
    "<!DOCTYPE html PUBLIC \"x>", "<!DOCTYPE page>",
    "<!DOCTYPE html PUBLIC '-//IETF//DTD HTML//EN'>",
  ])
  func doctypesWithQuirks(_ doctype: String) {
    #expect(Trees.whole(doctype + "<p><table>").hasSuffix("    <p>\n      <table>"))
  }

  @Test(arguments: [
    TreeCase(
      "<template><td>a</template>b", "<template>", "  content", "    <td>", "      \"a\"",
      "\"b\""),
    TreeCase(
      "<table><template><tr><div>x", "<table>", "  <template>", "    content", "      <tr>",
      "      <div>", "        \"x\""),
    TreeCase(
      "<template><template>a</template>b", "<template>", "  content", "    <template>",
      "      content", "        \"a\"", "    \"b\""),
    TreeCase(
      "<b><template>x</b></template>y", "<b>", "  <template>", "    content", "      \"x\"",
      "  \"y\""),
    TreeCase("a</template>b", "\"ab\""),
    TreeCase(
      "<template><col>x y<col></template>", "<template>", "  content", "    <col>", "    \" \"",
      "    <col>"),
  ])
  func templates(_ example: TreeCase) {
    #expect(Trees.body("<p></p>" + example.source) == "<p>\n" + example.tree)
  }

  @Test(arguments: [
    TreeCase(
      "<svg viewbox=1 xlink:href=#a><lineargradient/><path></svg>b", "<svg svg>",
      "  viewBox=\"1\"", "  xlink href=\"#a\"", "  <svg linearGradient>", "  <svg path>", "\"b\""),
    TreeCase(
      "<svg><foreignobject><p>a</foreignobject><g>b", "<svg svg>", "  <svg foreignObject>",
      "    <p>", "      \"a\"", "      <g>", "        \"b\""),
    TreeCase("<svg><g><p>a", "<svg svg>", "  <svg g>", "<p>", "  \"a\""),
    TreeCase(
      "<svg><font>a</font><font size=1>b", "<svg svg>", "  <svg font>", "    \"a\"",
      "<font>", "  size=\"1\"", "  \"b\""),
    TreeCase(
      "<svg><![CDATA[<p>&amp;]]></svg><![CDATA[x]]>", "<svg svg>", "  \"<p>&amp;\"",
      "<!-- [CDATA[x]] -->"),
    TreeCase(
      "<svg><title><b>a</b></title><script>b</script>", "<svg svg>", "  <svg title>",
      "    <b>", "      \"a\"", "  <svg script>", "    \"b\""),
    TreeCase(
      "<math definitionurl=a><mi><b>x</b><mglyph/></mi><mo/>", "<math math>",
      "  definitionURL=\"a\"", "  <math mi>", "    <b>", "      \"x\"", "    <math mglyph>",
      "  <math mo>"),
    TreeCase(
      "<math><annotation-xml encoding=Text/HTML><div>a", "<math math>",
      "  <math annotation-xml>", "    encoding=\"Text/HTML\"", "    <div>", "      \"a\""),
    TreeCase(
      "<math><annotation-xml><svg>", "<math math>", "  <math annotation-xml>",
      "    <svg svg>"),
  ])
  func foreignContent(_ example: TreeCase) {
    #expect(Trees.body(example.source) == example.tree)
  }
}
