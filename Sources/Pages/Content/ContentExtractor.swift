/// Finds the article's own part of a page.
package enum ContentExtractor {
  package static func extract(from tree: HTMLTree, declared: Declared, url: String?) -> Content {
    Content()
  }
}
