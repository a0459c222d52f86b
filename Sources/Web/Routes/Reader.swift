import Archive

/// The reader: from a request to its answer, without a socket.
package struct Reader: Sendable {
  private let library: Library
  private let protection: Protection

  /// With `isLoopback`, where the server listens on a loopback address only, no host but this
  /// machine's own names is answered.
  package init(_ library: Library, isLoopback: Bool = true) {
    self.library = library
    protection = Protection(isLoopback: isLoopback)
  }

  /// The answer, whatever comes: a request that is refused or fails has a page too.
  package func answer(_ request: Result<Request, RequestFailure>) -> Response {
    var response: Response
    switch request {
    case .success(let request): response = answer(request)
    case .failure(let failure): response = .error(failure.status)
    }
    response.headers += Protection.headers
    return response
  }

  private func answer(_ request: Request) -> Response {
    if let status = protection.refusal(of: request) { return .error(status) }
    do {
      for route in Routes.table {
        guard
          let visit = route.visit(request, library, formToken: protection.formToken)
        else { continue }
        guard route.takesForm == (request.method == .post) else { return .notAllowed(route) }
        return try route.answer(visit) ?? .error(404)
      }
      return .error(404)
    } catch let problem as FormProblem {
      return .page(
        ErrorPage.view(status: 400, detail: problem.description), status: 400)
    } catch ArchiveError.busy {
      return .error(503)
    } catch {
      // The reason names paths of this machine, which are nobody else's business.
      return .error(500, detail: protection.isLoopback ? "\(error)" : nil)
    }
  }
}

extension Response {
  fileprivate static func error(_ status: Int, detail: String? = nil) -> Response {
    var response = Response.page(ErrorPage.view(status: status, detail: detail), status: status)
    if status == 405 { response.headers.append(Header("Allow", "GET, HEAD")) }
    return response
  }

  fileprivate static func notAllowed(_ route: Route<Library>) -> Response {
    var response = Response.page(ErrorPage.view(status: 405), status: 405)
    response.headers.append(Header("Allow", route.takesForm ? "POST" : "GET, HEAD"))
    return response
  }
}
