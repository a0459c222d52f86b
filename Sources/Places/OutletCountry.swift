internal import Actors
internal import CTables
internal import FoundationEssentials
internal import Lexicons
package import Records

/// Where an outlet is at home, by what its pages say of it: what "the north" or a town with many
/// namesakes is likely to mean there.
///
/// The end of the address comes first, then the region of the declared language, then a country's
/// name or adjective in the outlet's own. The language "en-US" tells nothing: much software sets it
/// where nobody chose.
package struct OutletCountry: Sendable {
  package static let standard = OutletCountry()

  /// Ends of addresses; `nil`: all the world's.
  private var domains: [String: String?] = [:]
  private var noNames: Set<String> = []

  private init() {
    for row in DataTable.rows(dateline_table_outlet_countries()) where row.count == 3 {
      for word in DataTable.list(row[1]) {
        switch row[0] {
        case "domain": domains[word] = .some(row[2])
        case "open": domains[word] = .some(nil)
        case "name": noNames.insert(word.lowercased())
        default: break
        }
      }
    }
  }

  /// Alpha-2.
  ///
  /// - address: where the page was had from; its own word for its address comes before.
  package func country(of article: Article, address: String? = nil) -> String? {
    for address in [article.canonical, address] {
      if let address, let found = country(ofAddress: address) { return found }
    }
    return article.language.flatMap(country(ofLanguage:))
      ?? article.publisher.flatMap(country(ofName:))
  }

  /// By the end of the host's name.
  package func country(ofAddress address: String) -> String? {
    guard let host = URL(string: address)?.host(), let dot = host.lastIndex(of: ".") else {
      return nil
    }
    let end = host[host.index(after: dot)...].lowercased()
    if let known = domains[end] { return known }
    return CountryTable.standard[alpha2: end.uppercased()]?.alpha2
  }

  /// By the region of a BCP 47 tag ("en-GB", "en-Latn-IN").
  func country(ofLanguage tag: String) -> String? {
    let regions = tag.split { $0 == "-" || $0 == "_" }.dropFirst().filter { $0.utf8.count == 2 }
    guard let region = regions.first?.uppercased(), region != "US" else { return nil }
    return CountryTable.standard[alpha2: region]?.alpha2
  }

  /// "The Irish Times", "Korea Herald", "Times of India".
  func country(ofName name: String) -> String? {
    var words = name.split(separator: " ").map(String.init)
    if words.first?.lowercased() == "the" { words.removeFirst() }
    guard words.count > 1, words.count <= 8 else { return nil }
    for count in [2, 1] where words.count > count {
      if let found = country(named: words.prefix(count).joined(separator: " ")) { return found }
    }
    guard let of = words.lastIndex(where: { $0.lowercased() == "of" }), of > 0 else { return nil }
    return country(named: words[(of + 1)...].joined(separator: " "))
  }

  private func country(named words: String) -> String? {
    guard !noNames.contains(words.lowercased()) else { return nil }
    let table = CountryTable.standard
    return (table.country(named: words) ?? table.country(ofDemonym: words)).flatMap {
      table[alpha3: $0]?.alpha2
    }
  }
}
