import CTables

/// The names of the months in the languages of the table `months`.
enum MonthNames {
  /// Month by name; where languages differ ("listopad" is October in Croatian, November in Czech
  /// and Polish) the number that most of them mean.
  private static let byName: [String: Int] = {
    var counts: [String: [Int: Int]] = [:]
    forEachName { _, name, month in counts[name, default: [:]][month, default: 0] += 1 }
    return counts.mapValues { months in
      months.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }
  }()

  /// The months of one language where they differ from `byName`, under "language name".
  private static let exceptions: [String: Int] = {
    var found: [String: Int] = [:]
    forEachName { language, name, month in
      if byName[name] != month { found[language + " " + name] = month }
    }
    return found
  }()

  /// The number of a month (1 to 12) by its name in lower case, without a final stop.
  static func number(_ name: String, language: String?) -> Int? {
    guard let month = byName[name] else { return nil }
    guard let language else { return month }
    let base = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return exceptions[base + " " + name] ?? month
  }

  private static func forEachName(_ body: (String, String, Int) -> Void) {
    for row in DataTable(dateline_table_months()).rows where row.count == 13 {
      for month in 1...12 {
        for name in row.string(month).split(separator: "|") {
          body(row.string(0), String(name), month)
        }
      }
    }
  }
}
