import Archive
import FoundationEssentials
import Records

/// The user's word on an item, from the form on its card.
enum JudgeRoute {
  static func judge(_ visit: Route<Library>.Visit) throws -> Response? {
    guard visit.numbers.count == 2, let (report, version) = try version(visit) else { return nil }
    guard let kind = visit.request.field("item").flatMap(ItemKind.init(rawValue:)),
      let number = visit.request.field("number").flatMap({ Int($0) }), number >= 0,
      let verdict = visit.request.field("verdict")
    else { throw FormProblem("The form does not say which item is meant.") }
    try visit.context.write { archive in
      let items = try archive.judgedItems(ofVersion: version.id)
      guard
        let found = items.first(where: { $0.item.kind == kind.rawValue && $0.item.number == number }
        )
      else { throw FormProblem(CorrectionError.noSuchItem.description) }
      if verdict == "withdrawn" {
        if let correction = found.correction {
          try archive.withdraw(correction: correction, at: now)
        }
        return
      }
      guard let verdict = Verdict(rawValue: verdict) else {
        throw FormProblem("The form does not say what is said of the item.")
      }
      let json =
        verdict == .corrected
        ? try CorrectionForm(visit.request, items).json(of: found.item) : nil
      _ = try archive.judge(
        version: version.id, kind: kind.rawValue, number: number, verdict, json: json, at: now)
    }
    let isNewest = report.versions.last?.number == version.number
    let page: Address =
      isNewest
      ? .page("report", String(report.id))
      : .page("report", String(report.id), "version", String(version.number))
    return .redirect(to: page.at(ItemAnchor.card(kind, number)))
  }

  private static func version(_ visit: Route<Library>.Visit) throws -> (Report, VersionInfo)? {
    try visit.context.read { archive in
      guard let report = try archive.report(id: visit.numbers[0]) else { return nil }
      return report.versions.first { $0.number == visit.numbers[1] }.map { (report, $0) }
    }
  }

  /// The machine's clock.
  static var now: UnixTime { UnixTime(seconds: Int(Date().timeIntervalSince1970)) }
}
