/// Pages for requests that have no other answer.
enum ErrorPage {
  static func view(status: Int, detail: String? = nil) -> HTML {
    Layout(title: words(status).title).page {
      p(.class("eyebrow")) { String(status) }
      h1 { words(status).title }
      p(.class("lead")) { detail ?? words(status).sentence }
      p { a(.href(.page())) { "Go to the newest reports" } }
    }
  }

  private static func words(_ status: Int) -> (title: String, sentence: String) {
    switch status {
    case 400:
      ("That cannot be read", "The address is broken: a part of it is not readable text.")
    case 403:
      (
        "Not from there",
        "Another site tried to load this, or the page is older than the running program; the reader"
          + " answers its own pages only. Reload the page and try again."
      )
    case 404:
      ("Not here", "The archive has nothing under this address. It may belong to another archive.")
    case 405: ("Not so", "This address does not answer that method.")
    case 413: ("Too much", "The request came with more data than the reader takes.")
    case 415: ("No form", "The reader takes forms of its own pages only.")
    case 414: ("Too long", "The address is longer than the reader takes.")
    case 421:
      (
        "Wrong name",
        "The reader answers to this machine's own names only: localhost, 127.0.0.1 and [::1]."
      )
    case 503: ("One moment", "The archive is busy. Reload the page.")
    default: ("That went wrong", "The archive could not be read.")
    }
  }
}
