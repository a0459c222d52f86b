/// Weighs who wrote the article: declared names against printed ones, people before houses.
struct AuthorReader {
  private let page: PageReading

  struct Answer {
    var authors: [String] = []
    var agencies: [String] = []
    var source: String?
  }

  /// Names found in one place.
  private struct Claimed {
    var names: [String]
    var source: String
    /// The place is as good as a declaration.
    var isSure: Bool
  }

  init(_ page: PageReading) { self.page = page }

  func read() -> Answer {
    var answer = Answer()
    var houses: [Claimed] = []
    var nicknames: [Claimed] = []
    for claimed in declared()
      + BylineReader(page).read().map({
        Claimed(names: $0.names, source: "byline", isSure: $0.isNear)
      })
    {
      note(agenciesOf: claimed.names, in: &answer)
      let people = claimed.names.filter { !isHouse($0) && !Agencies.isAgency($0) }
      if people.isEmpty {
        houses.append(claimed)
      } else if people.contains(where: isFullName), claimed.isSure || answer.agencies.isEmpty {
        answer.authors = people
        answer.source = claimed.source
        break
      } else if claimed.isSure || answer.agencies.isEmpty {
        nicknames.append(Claimed(names: people, source: claimed.source, isSure: claimed.isSure))
      }
    }
    for line in page.content.signatures { note(agenciesOf: [line], in: &answer) }
    if answer.authors.isEmpty, let nickname = nicknames.first {
      answer.authors = nickname.names
      answer.source = nickname.source
    }
    if answer.authors.isEmpty { readSignature(into: &answer) }
    // The paper itself, where it is all there is.
    if answer.authors.isEmpty, answer.agencies.isEmpty, let house = houses.first {
      answer.authors = house.names.filter {
        !Agencies.isAgency($0) && !AuthorReader.accounts.contains($0.lowercased())
      }
      answer.source = house.source
    }
    return answer
  }

  private func note(agenciesOf lines: [String], in answer: inout Answer) {
    for line in lines {
      for agency in Agencies.names(in: line) {
        let known = answer.agencies.contains {
          $0 == agency || Agencies.canonical($0) == Agencies.canonical(agency)
        }
        if !known { answer.agencies.append(agency) }
      }
    }
  }

  /// A name alone on a line that the body was freed of.
  private func readSignature(into answer: inout Answer) {
    for line in page.content.signatures where line.utf8.count < 80 {
      let names = PersonNames.names(in: line, trust: .labelled).filter { !Agencies.isAgency($0) }
      guard names.contains(where: isFullName) else { continue }
      answer.authors = names
      answer.source = "signature"
      return
    }
  }

  /// Names of accounts, not of people.
  private static let accounts: Set<String> = [
    "admin", "administrator", "webmaster", "wordpressadmin", "root", "editor", "user", "unknown",
    "superuser", "redakteur", "agenturen", "agentur", "agencies", "nachrichten", "news", "guest",
    "gast", "anonymous",
  ]

  private func isHouse(_ name: String) -> Bool {
    AuthorReader.accounts.contains(name.lowercased()) || page.affixes.isSite(name)
      || page.declared.organizations.contains(name)
  }

  /// More than one word, or a script that writes names without blanks.
  private func isFullName(_ name: String) -> Bool {
    name.contains(" ") || name.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  private func declared() -> [Claimed] {
    var bySource: [Claimed] = []
    for claim in page.declared.authors where isWords(claim.value) {
      let names = PersonNames.names(in: claim.value, trust: .declared)
      if names.isEmpty { continue }
      if let index = bySource.firstIndex(where: { $0.source == claim.source }) {
        for name in names where !bySource[index].names.contains(name) {
          bySource[index].names.append(name)
        }
      } else {
        bySource.append(Claimed(names: names, source: claim.source, isSure: true))
      }
    }
    return bySource
  }

  /// No address, no handle, no number.
  private func isWords(_ value: String) -> Bool {
    let lower = value.lowercased()
    return !lower.hasPrefix("http") && !lower.hasPrefix("www.") && !lower.hasPrefix("/")
      && !lower.hasPrefix("@") && !(lower.contains("@") && !lower.contains(" "))
      && lower.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
