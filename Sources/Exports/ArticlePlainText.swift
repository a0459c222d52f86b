package import Records

/// An article as plain text: its text as pointers count it, a blank line between the parts.
package enum ArticlePlainText {
  package static func write(_ article: Article) -> String {
    let text = ArticleText(article)
    let utf8 = Array(text.text.utf8)
    let parts = text.lines.map { String(decoding: utf8[$0.range], as: UTF8.self) }
    return VisibleText.clean(parts.joined(separator: "\n\n")) + "\n"
  }
}
