/// Links between the pages of a long list.
enum Pager {
  /// Links to the next and the previous page; `address` gives a page's address by its number.
  @HTMLBuilder
  static func links<Item>(
    _ list: Paged<Item>, older: String = "Older", newer: String = "Newer",
    address: (Int) -> Address
  ) -> HTML {
    if list.pages > 1 {
      nav(.class("pager"), .label("Pages")) {
        if list.page > 1 {
          a(Attribute("rel", "prev"), .href(address(list.page - 1))) { newer }
        }
        span {
          "Page " + Numbers.grouped(list.page) + " of " + Numbers.grouped(list.pages)
        }
        if list.page < list.pages {
          a(Attribute("rel", "next"), .href(address(list.page + 1))) { older }
        }
      }
    }
  }
}
