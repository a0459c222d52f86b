internal import CTables
internal import Lexicons
internal import Records

/// Offices and their holders by name: known heads of state and government, ministers, and the like.
struct HolderTable: Sendable {
  static let standard = HolderTable()

  private struct Entry: Sendable {
    var name: PersonName
    var holding: OfficeHolding
  }

  private var entries: [Entry] = []
  /// By part of a name.
  private var byPart: [String: [Int]] = [:]
  /// By a family name that stands for its bearer alone.
  private var byFamily: [String: [Int]] = [:]

  private init() {
    let own = DataTable.rows(dateline_table_holders()).filter { $0.count == 8 }
    let facts = DataTable.rows(dateline_table_country_holders()).filter { $0.count == 6 }
    let ownNames = Set(own.map { PersonName($0[1]).parts })
    for row in facts {
      let family = ownNames.contains(PersonName(row[1]).parts) ? row[2] : ""
      add(
        [row[1]] + Self.upToFamily(row[1], row[2]), family,
        OfficeHolding(
          name: row[1], country: row[0], title: row[3], sector: row[4], from: row[5], to: nil))
    }
    for row in own {
      add(
        [row[1]] + (row[7] == "-" ? [] : DataTable.list(row[7])), row[2] == "-" ? "" : row[2],
        OfficeHolding(
          name: row[1], country: row[0], title: row[3], sector: row[4] == "-" ? nil : row[4],
          from: row[5] == "-" ? nil : row[5], to: row[6] == "-" ? nil : row[6]))
    }
  }

  /// "Ana Orre" of "Ana Orre Pardo", whose family name is Orre: the mother's is left out in most texts.
  private static func upToFamily(_ name: String, _ family: String) -> [String] {
    let words = name.split(separator: " ")
    guard let place = words.lastIndex(where: { $0 == family }), place > 0, place < words.count - 1
    else { return [] }
    return [words[...place].joined(separator: " ")]
  }

  init(_ holdings: [OfficeHolding]) {
    for holding in holdings { add([holding.name], "", holding) }
  }

  private mutating func add(_ names: [String], _ family: String, _ holding: OfficeHolding) {
    for text in names {
      let name = PersonName(text)
      for part in Set(name.parts) { byPart[part, default: []].append(entries.count) }
      if !family.isEmpty, let last = PersonName(family).parts.last {
        byFamily[last, default: []].append(entries.count)
        // "Zelensky" beside "Zelenskyy": another spelling of the family name stands alone too.
        if let other = name.parts.last, other != last, other.prefix(3) == last.prefix(3),
          PersonName(names[0]).parts.last == last
        {
          byFamily[other, default: []].append(entries.count)
        }
      }
      entries.append(Entry(name: name, holding: holding))
    }
  }

  /// All that is known of the bearer of a full name, in the order of the tables.
  func holdings(of name: PersonName) -> [OfficeHolding] {
    // The rarest part leads to the fewest.
    let lists = name.parts.compactMap { byPart[$0] }
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return [] }
    var found: [OfficeHolding] = []
    // Texts leave the suffix out; one that gives it means the son.
    for index in shortest
    where (name.generation == nil || name.generation == entries[index].name.generation)
      && entries[index].name.isSame(as: name)
    {
      if !found.contains(entries[index].holding) { found.append(entries[index].holding) }
    }
    return found
  }

  /// What is known of the one whom a family name alone means on a day; nothing where it can mean two.
  func holdings(ofFamily part: String, on day: String?) -> [OfficeHolding] {
    let found = (byFamily[part] ?? []).map { entries[$0].holding }
    let current = found.filter { holding in day.map { holding.holds(on: $0) } ?? false }
    if let first = current.first, Set(current.map(\.name)).count == 1 {
      return found.filter { $0.name == first.name }
    }
    let begun = found.filter { holding in
      guard let day, let from = holding.from else { return true }
      return from <= day
    }
    return Set(begun.map(\.name)).count == 1 ? begun : []
  }

  /// What is known of the bearers of a family name who have an office of this title ("Deputy
  /// Secretary Hale"), where they agree in country and sector.
  func holdings(ofFamily part: String, title: String, country: String?, on day: String?)
    -> [OfficeHolding]
  {
    let titled = (byPart[part] ?? []).filter { entries[$0].name.parts.last == part }
      .map { entries[$0].holding }
      .filter { (country == nil || country == $0.country) && $0.title.hasPrefix(title) }
    let current = titled.filter { holding in day.map { holding.holds(on: $0) } ?? true }
    let found = current.isEmpty ? titled : current
    return Set(found.map { [$0.country, $0.sector] }).count == 1 ? found : []
  }
}

/// What the offices of one person say of a day.
struct HolderStanding: Sendable {
  var holding: OfficeHolding
  var standing: Actor.Role.Standing?
  var rule: String

  /// The office held on the day, else the last one before it; with no day, the last of all.
  init?(_ holdings: [OfficeHolding], on day: String?, rule: String) {
    self.rule = rule
    guard let day else {
      guard let last = holdings.max(by: { ($0.from ?? "") < ($1.from ?? "") }) else { return nil }
      holding = last
      return
    }
    // An office of state before one of a party.
    let current = holdings.filter { $0.holds(on: day) }
    if let held = current.last(where: { $0.sector != "PTY" && $0.sector != "OPP" }) ?? current.last
    {
      holding = held
      return
    }
    let past = holdings.filter { ($0.to ?? day) <= day && ($0.from ?? "") <= day }
    guard let last = past.max(by: { ($0.to ?? "") < ($1.to ?? "") }) else { return nil }
    holding = last
    standing = .former
  }

  var sector: String? { Sector.after(holding.sector, standing) }
}

/// PLOVER sectors.
enum Sector {
  /// Who held an office of state belongs to the elites afterwards.
  static func after(_ sector: String?, _ standing: Actor.Role.Standing?) -> String? {
    guard standing == .former, let sector else { return sector }
    return ["GOV", "LEG", "JUD"].contains(sector) ? "ELI" : sector
  }
}

extension Timestamp {
  /// "2025-01-13".
  var dayText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}
