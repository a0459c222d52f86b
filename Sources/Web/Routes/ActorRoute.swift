import Archive
import Records

/// Actors of the archive: the list, one, what it said and did, and the user's word on who is who.
enum ActorRoute {
  private static let perPage = 60
  /// Of each list on an actor's page.
  private static let short = 12
  private static let kinds = Actor.Kind.allCases.map(\.rawValue)

  static func all(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    let name = visit.request.parameter("q").map { String($0.prefix(200)) } ?? ""
    let kind = visit.request.parameter("kind").flatMap { kinds.contains($0) ? $0 : nil }
    return try visit.context.read { archive in
      let (actors, total) = try archive.actors(
        name: name, kind: kind, limit: perPage, offset: (page - 1) * perPage)
      guard page == 1 || !actors.isEmpty else { return nil }
      return .page(
        ActorsPage.view(
          ActorsPage.Model(
            actors: Paged(items: actors, page: page, perPage: perPage, total: total), name: name,
            kind: kind ?? "", hasDoubtful: !(try archive.doubtfulActors(limit: 1).isEmpty))))
    }
  }

  static func doubtful(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let page = visit.page else { return nil }
    return try visit.context.read { archive in
      let pairs = try archive.doubtfulActors(limit: perPage + 1, offset: (page - 1) * perPage)
      guard page == 1 || !pairs.isEmpty else { return nil }
      return .page(
        DoubtfulPage.view(
          Array(pairs.prefix(perPage)), page: page, hasMore: pairs.count > perPage,
          formToken: visit.formToken))
    }
  }

  static func one(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first else { return nil }
    return try visit.context.read { archive in
      guard let profile = try archive.profile(ofActor: id, limit: short) else { return nil }
      if profile.actor.id != id { return .redirect(to: .page("actors", String(profile.actor.id))) }
      return .page(
        ActorPage.view(
          ActorPage.Model(
            profile: profile, namesakes: try archive.namesakes(ofActor: id, limit: 20),
            decisions: try archive.actorDecisions(of: id, limit: 50),
            formToken: visit.formToken)))
    }
  }

  static func said(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first, let page = visit.page else { return nil }
    return try visit.context.read { archive in
      guard let actor = try archive.actor(id: id) else { return nil }
      let (items, total) = try archive.statements(
        ofActor: actor.id, limit: perPage, offset: (page - 1) * perPage)
      guard page == 1 || !items.isEmpty else { return nil }
      return .page(
        ActorListPage.view(
          actor, Paged(items: items, page: page, perPage: perPage, total: total)))
    }
  }

  static func events(_ visit: Route<Library>.Visit, as side: Archive.Side) throws -> Response? {
    guard let id = visit.numbers.first, let page = visit.page else { return nil }
    return try visit.context.read { archive in
      guard let actor = try archive.actor(id: id) else { return nil }
      let (items, total) = try archive.events(
        ofActor: actor.id, as: side, limit: perPage, offset: (page - 1) * perPage)
      guard page == 1 || !items.isEmpty else { return nil }
      return .page(
        ActorListPage.view(
          actor, Paged(items: items, page: page, perPage: perPage, total: total), as: side))
    }
  }

  /// The user's word on who is who.
  static func decide(_ visit: Route<Library>.Visit) throws -> Response? {
    guard let id = visit.numbers.first else { return nil }
    func number(_ name: String) throws(FormProblem) -> Int {
      guard let number = visit.request.field(name).flatMap(Numbers.read) else {
        throw FormProblem("The form does not say which one is meant.")
      }
      return number
    }
    try visit.context.write { archive in
      do {
        switch visit.request.field("decision") {
        case "joined":
          _ = try archive.join(actor: id, other: number("other"), at: JudgeRoute.now)
        case "apart":
          _ = try archive.keepApart(actor: id, other: number("other"), at: JudgeRoute.now)
        case "split":
          _ = try archive.split(actor: id, report: number("report"), at: JudgeRoute.now)
        case "undone": try archive.undo(decision: number("other"), at: JudgeRoute.now)
        default: throw FormProblem("The form does not say what is decided.")
        }
      } catch let error as ActorDecisionError {
        throw FormProblem("That cannot be done: \(error).")
      }
    }
    return .redirect(to: .page("actors", String(id)))
  }
}
