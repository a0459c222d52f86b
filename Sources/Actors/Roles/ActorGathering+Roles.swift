internal import Language
internal import Records
internal import Syntax

/// Offices: from the text, from what other reports told, from the dated tables.
extension ActorGathering {
  mutating func addRoles() {
    let reader = RoleReader(tree: tree, coder: coder)
    for index in drafts.indices where drafts[index].person != nil {
      let names = drafts[index].mentions
      for (number, mention) in names.enumerated() {
        if drafts[index].codings.indices.contains(number),
          let title = reader.reading(
            drafts[index].codings[number], in: phrase(mention.tokens, mention.head),
            head: mention.head, "title")
        {
          drafts[index].add(title.role, sector: title.sector)
          titles.formUnion(drafts[index].codings[number].office ?? 0..<0)
          shareTitle(title, drafts[index].codings[number], of: mention.head)
        }
        for reading in reader.readings(of: mention.head) {
          drafts[index].add(reading.role, sector: reading.sector)
          if reading.isMention { addMention(of: index, head: reading.head) }
        }
        if tree.firstConjunct(mention.head) == mention.head { addShared(reader, mention.head) }
      }
    }
  }

  /// "Ministers Vega and Molnar": the title of all that are joined.
  private mutating func shareTitle(
    _ title: RoleReader.Reading, _ coding: PhraseCoder.Coding, of head: Int
  ) {
    guard let office = coding.office, let last = office.last,
      tree.tag(last).isPlural || tree.doc.text(last).hasSuffix("s") && tree.tag(last).isNoun
    else { return }
    for conjunct in tree.conjuncts(from: head) where conjunct != head {
      guard let other = draftAtHead[conjunct], drafts[other].person != nil else { continue }
      var role = title.role
      role.title = singular(role.title)
      role.country = nil
      drafts[other].add(role, sector: title.sector)
    }
    if let own = draftAtHead[head] {
      for index in drafts[own].roles.indices
      where drafts[own].roles[index].title == title.role.title {
        drafts[own].roles[index].title = singular(title.role.title)
        drafts[own].roles[index].country = nil
      }
    }
  }

  /// "Berg and Lind, the finance ministers of Norland and Orre": each has the office, of the country
  /// that stands at the same place where there are as many.
  private mutating func addShared(_ reader: RoleReader, _ head: Int) {
    let row = tree.conjuncts(from: head).filter {
      draftAtHead[$0].map { drafts[$0].person != nil } ?? false
    }
    guard let noun = reader.officeOfSeveral(row), var reading = reader.reading(noun, "apposition")
    else { return }
    var countries: [String] = []
    for match in coder.scan.matches(in: tree.phrase(around: noun)) {
      guard let country = match.meaning(.country, .demonym)?.country, !countries.contains(country)
      else { continue }
      countries.append(country)
    }
    reading.role.title = singular(reading.role.title)
    for (place, person) in row.enumerated() {
      guard let draft = draftAtHead[person] else { continue }
      reading.role.country =
        countries.count == row.count ? countries[place] : countries.count == 1 ? countries[0] : nil
      drafts[draft].add(reading.role, sector: reading.sector)
    }
  }

  private func singular(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    let head = (words.firstIndex(of: "of") ?? words.count) - 1
    guard words.indices.contains(head), words[head].hasSuffix("s") else { return title }
    words[head].removeLast()
    return words.joined(separator: " ")
  }

  private mutating func addMention(of index: Int, head: Int) {
    guard draftAtHead[head] == nil else { return }
    let phrase = nominal(head, within: tree.phrase(around: head))
    drafts[index].mentions.append(.init(tokens: phrase, head: head, form: .nominal))
    draftAtHead[head] = index
  }

  /// Offices of persons that the text does not tell: those known from elsewhere, then the tables.
  mutating func addHolders() {
    let day = published?.dayText
    for index in drafts.indices {
      guard
        let standing = HolderStanding(
          holdings(drafts[index], in: known, on: day), on: day, rule: "known")
          ?? HolderStanding(holdings(drafts[index], in: .standard, on: day), on: day, rule: "table")
      else {
        // Before the first office the country alone is known.
        let countries = Set(holdings(drafts[index], in: .standard, on: day).map(\.country))
        if drafts[index].kind == .person, countries.count == 1, drafts[index].person?.isFull == true
        {
          drafts[index].known.country = countries.first ?? nil
        }
        continue
      }
      let told = drafts[index].kind == .person ? drafts[index].countryTold : nil
      // Another of that name, where the text tells another country.
      if let told, let country = standing.holding.country, told != country { continue }
      if drafts[index].kind == .organization {
        drafts[index].sector = standing.sector
        continue
      }
      drafts[index].known = (standing.holding.country, standing.sector)
      for role in drafts[index].roles.indices where drafts[index].roles[role].country == nil {
        drafts[index].roles[role].country = standing.holding.country
      }
      // The text's own word stands before the table's.
      guard
        !drafts[index].roles.contains(where: {
          ($0.standing == nil || $0.standing == .acting) && !Self.courtesies.contains($0.title)
        })
      else { continue }
      var role = Actor.Role(
        title: standing.holding.title, country: standing.holding.country,
        standing: standing.standing, rule: standing.rule)
      role.report = standing.holding.report
      // What a report tells holds about its day; it tells no first and no last one.
      if role.report == nil {
        (role.from, role.to) = (standing.holding.from, standing.holding.to)
      }
      drafts[index].add(role, sector: nil)
    }
  }

  /// Titles that go with many an office.
  private static let courtesies: Set<String> = ["sheikh", "sheikha", "prince", "princess"]

  /// A name that the recognizer took for something else's.
  func knownPerson(_ text: String) -> PersonName? {
    let name = PersonName(text)
    guard let part = name.parts.first, name.parts.count <= 5 else { return nil }
    let known =
      name.parts.count > 1
      ? HolderTable.standard.holdings(of: name)
      : HolderTable.standard.holdings(ofFamily: part, on: published?.dayText)
    return known.isEmpty || text == known[0].title ? nil : name
  }

  func holdings(_ draft: ActorDraft, in table: HolderTable, on day: String?)
    -> [OfficeHolding]
  {
    if draft.kind == .organization {
      guard draft.rule == "table" else { return [] }
      return table.holdings(of: PersonName(draft.name))
    }
    guard let name = draft.person, let part = name.parts.first else { return [] }
    if name.parts.count > 1 || name.isFull { return table.holdings(of: name) }
    let titles = draft.codings.compactMap(\.office)
    if let title = titles.first {
      return table.holdings(
        ofFamily: part, title: tree.doc.text(title).lowercased(),
        country: draft.codings.compactMap(\.country).first, on: day)
    }
    // Where two bear the name, none is meant for certain.
    guard
      !drafts.contains(where: {
        $0.person?.parts.contains(part) == true && $0.name != draft.name
      })
    else { return [] }
    let exact = table.holdings(of: name)
    return exact.isEmpty ? table.holdings(ofFamily: part, on: day) : exact
  }
}
