internal import CTables
internal import Language
internal import Lexicons

/// Given names and the sex they tell.
struct GivenNames: Sendable {
  static let standard = GivenNames()

  private var sexes: [String: Honorifics.Sex] = [:]

  private init() {
    let rows = DataTable.rows(dateline_table_given_names())
    sexes.reserveCapacity(rows.count * 20)
    for row in rows where row.count == 2 {
      for name in DataTable.list(row[1]) { sexes[name] = row[0] == "m" ? .male : .female }
    }
  }

  /// What a name's first part tells, or another but the last.
  func sex(_ name: PersonName) -> Honorifics.Sex? {
    for part in name.parts.dropLast() {
      if let sex = sexes[part] { return sex }
    }
    return nil
  }
}

extension Honorifics {
  /// What a noun tells: "spokeswoman", "his widow".
  static func sex(ofNoun word: String) -> Sex? {
    switch word {
    case "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather",
      "king",
      "prince", "emperor", "policeman", "gunman", "spokesman", "businessman", "chairman",
      "congressman", "monk", "priest", "imam", "pope", "fireman", "widower", "grandson",
      "boyfriend",
      "statesman", "tribesman", "cameraman", "patriarch", "sultan", "emir", "monsignor":
      .male
    case "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother",
      "queen", "princess", "empress", "policewoman", "spokeswoman", "businesswoman", "chairwoman",
      "congresswoman", "nun", "widow", "actress", "granddaughter", "girlfriend", "schoolgirl",
      "housewife":
      .female
    default: nil
    }
  }
}
