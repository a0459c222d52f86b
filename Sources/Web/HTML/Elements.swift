/// An element's name; calling it makes the element: `p(.class("lead")) { "Two ministers met." }`.
struct Tag: Sendable, Hashable {
  private let name: String

  init(_ name: StaticString) { self.name = name.description }

  func callAsFunction(
    _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { .nothing }
  ) -> HTML {
    .element(name: name, attributes.compactMap(\.self), content())
  }

  func callAsFunction(
    _ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { .nothing }
  ) -> HTML {
    .element(name: name, attributes, content())
  }
}

/// An element without content.
struct VoidTag: Sendable, Hashable {
  private let name: String

  init(_ name: StaticString) { self.name = name.description }

  func callAsFunction(_ attributes: Attribute?...) -> HTML {
    .void(name: name, attributes.compactMap(\.self))
  }
}

// The elements that the views use; `script` and `style` never hold text.
let html = Tag("html")
let head = Tag("head")
let pageTitle = Tag("title")
let body = Tag("body")
let header = Tag("header")
let nav = Tag("nav")
let main = Tag("main")
let footer = Tag("footer")
let article = Tag("article")
let section = Tag("section")
let aside = Tag("aside")
let h1 = Tag("h1")
let h2 = Tag("h2")
let h3 = Tag("h3")
let p = Tag("p")
let div = Tag("div")
let span = Tag("span")
let a = Tag("a")
let b = Tag("b")
let i = Tag("i")
let small = Tag("small")
let strong = Tag("strong")
let mark = Tag("mark")
let code = Tag("code")
let kbd = Tag("kbd")
let pre = Tag("pre")
let bdi = Tag("bdi")
let time = Tag("time")
let ins = Tag("ins")
let del = Tag("del")
let ul = Tag("ul")
let ol = Tag("ol")
let li = Tag("li")
let dl = Tag("dl")
let dt = Tag("dt")
let dd = Tag("dd")
let blockquote = Tag("blockquote")
let figure = Tag("figure")
let figcaption = Tag("figcaption")
let table = Tag("table")
let caption = Tag("caption")
let thead = Tag("thead")
let tbody = Tag("tbody")
let tr = Tag("tr")
let th = Tag("th")
let td = Tag("td")
let details = Tag("details")
let summary = Tag("summary")
let form = Tag("form")
let label = Tag("label")
let button = Tag("button")
let fieldset = Tag("fieldset")
let legend = Tag("legend")
/// The element `select`, whose name the system's libraries have.
let choice = Tag("select")
let option = Tag("option")
let datalist = Tag("datalist")
let script = Tag("script")
let meta = VoidTag("meta")
let link = VoidTag("link")
let input = VoidTag("input")
