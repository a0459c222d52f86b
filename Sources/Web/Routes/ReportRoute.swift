import Archive
import Records

/// A report, or an older version of it.
enum ReportRoute {
  static func newest(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first else { return nil }
    return try visit.context.read { archive in
      guard let report = try archive.report(id: id) else { return nil }
      return try page(report.latest, of: report, archive, visit)
    }
  }

  static func version(_ visit: Route<Library>.Visit) throws -> Response? {
    guard visit.numbers.count == 2 else { return nil }
    return try visit.context.read { archive in
      guard let report = try archive.report(id: visit.numbers[0]),
        let info = report.versions.first(where: { $0.number == visit.numbers[1] }),
        let version = try archive.version(id: info.id)
      else { return nil }
      return try page(version, of: report, archive, visit)
    }
  }

  private static func page(
    _ version: Version, of report: Report, _ archive: Archive, _ visit: Route<Library>.Visit
  ) throws -> Response {
    var record = RecordModel(
      try archive.judgedItems(ofVersion: version.info.id),
      known: try archive.actors(ofVersion: version.info.id))
    // Numbers of events of an earlier record would lead elsewhere.
    if try !archive.areHappeningsStale() {
      record.happenings = try archive.happenings(ofVersion: version.info.id)
    }
    return .page(
      ReportPage.view(
        ReportModel(
          version: version, versions: report.versions, record: record,
          formToken: visit.formToken)))
  }
}

/// The style, the script and the icon.
enum StaticRoute {
  /// The hash in the address is for caches; a page of an older program gets the file as it is now.
  static func file(_ visit: Route<Library>.Visit) -> Response? {
    StaticFile.all.first { $0.name == visit.names.last }?.response(to: visit.request)
  }
}
