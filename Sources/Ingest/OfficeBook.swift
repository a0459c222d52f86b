package import Records

/// Who held which office, as reports of the archive tell it, found by the words of a text.
package struct OfficeBook: Sendable {
  /// By the last word of the name, in lower case.
  private var byName: [String: [OfficeHolding]] = [:]

  package init(_ holdings: [OfficeHolding] = []) {
    for holding in holdings {
      guard let last = holding.name.split(separator: " ").last else { continue }
      byName[last.lowercased(), default: []].append(holding)
    }
  }

  /// Offices of persons whose family name stands in the text, held on a day; none without a day.
  ///
  /// - report: whose own evidence is no evidence for it.
  func holdings(in text: String, on day: Timestamp?, besides report: Int?) -> [OfficeHolding] {
    guard !byName.isEmpty, let day = day.map({ String($0.iso8601.prefix(10)) }) else { return [] }
    var seen: Set<String> = []
    var found: [OfficeHolding] = []
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      guard word.first?.isUppercase == true, seen.insert(String(word)).inserted else { continue }
      for holding in byName[word.lowercased()] ?? []
      where holding.holds(on: day) && (report == nil || holding.report != report) {
        found.append(holding)
      }
    }
    return found
  }
}
