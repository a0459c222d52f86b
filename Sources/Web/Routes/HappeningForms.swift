import Archive
import Records

/// The user's word on which mentions are one happening, from the forms on its page.
enum HappeningForms {
  static func split(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first, let report = number(visit, "report"),
      let event = number(visit, "event")
    else { throw FormProblem("The form does not say which mention is meant.") }
    return try decide(visit, showing: id) { archive in
      _ = try archive.split(report: report, event: event, from: id, at: JudgeRoute.now)
    }
  }

  static func join(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first, let other = number(visit, "other") else {
      throw FormProblem("The form does not say which happening is meant.")
    }
    return try decide(visit, showing: id) { archive in
      _ = try archive.join(happening: id, with: other, at: JudgeRoute.now)
    }
  }

  static func undo(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first, let decision = number(visit, "decision") else {
      throw FormProblem("The form does not say what is taken back.")
    }
    return try decide(visit, showing: id) { archive in
      try archive.undo(happeningDecision: decision, at: JudgeRoute.now)
    }
  }

  /// Then the page of the happening, or the list where it is no more.
  private static func decide(
    _ visit: Route<Library>.Visit, showing id: Int, _ body: (Archive) throws -> Void
  ) throws -> Response? {
    let isThere = try visit.context.write { archive in
      do {
        try body(archive)
      } catch let error as HappeningDecisionError {
        throw FormProblem("This cannot be done: \(error).")
      }
      return try archive.happening(id: id) != nil
    }
    return .redirect(to: isThere ? .page("happenings", String(id)) : .page("happenings"))
  }

  private static func number(_ visit: Route<Library>.Visit, _ name: String) -> Int? {
    visit.request.field(name).flatMap { text in
      (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(text) : nil
    }
  }
}
