import Testing
import Web

@Suite struct RequestTests {
  @Test func readsPathAndQuery() throws {
    let request = try Request(method: "GET", target: "/report/12?q=a+b%26c&page=2&x")
    #expect(request.path == ["report", "12"])
    #expect(request.query == [.init("q", "a b&c"), .init("page", "2"), .init("x", "")])
    #expect(request.parameter("page") == "2")
    #expect(request.parameter("none") == nil)
  }

  @Test func theFrontPageHasNoSegment() throws {
    #expect(try Request(method: "HEAD", target: "/").path == [])
    #expect(try Request(method: "GET", target: "/?q=1").path == [])
  }

  @Test func headerNamesLoseTheirCase() throws {
    let request = try Request(method: "GET", target: "/", headers: ["HoSt": "localhost"])
    #expect(request.header("host") == "localhost")
  }

  @Test(arguments: [
    "", "report", "http://other.example/", "*", "/..", "/a/../b", "/%2e%2e/etc/passwd", "/.",
    "/a%00b", "/a%0d%0aSet-Cookie:x", "/%", "/%4", "/%zz", "/?q=%", "/?q=%ff", "/%c3%28",
    "/?a=%00",
  ])
  func refusesBrokenTargets(target: String) {
    #expect(throws: Request.Refusal.badRequest) { try Request(method: "GET", target: target) }
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""])
  func refusesOtherMethods(method: String) {
    #expect(throws: Request.Refusal.methodNotAllowed) { try Request(method: method, target: "/") }
  }

  @Test func sizesAreBounded() {
    let long = "/search?q=" + String(repeating: "a", count: Request.longestTarget)
    #expect(throws: Request.Refusal.targetTooLong) { try Request(method: "GET", target: long) }
    #expect(throws: Request.Refusal.bodyNotAllowed) {
      try Request(method: "GET", target: "/", hasBody: true)
    }
    let form = [UInt8](repeating: 0x61, count: Request.longestForm + 1)
    #expect(throws: Request.Refusal.bodyNotAllowed) {
      try Request(method: "POST", target: "/", headers: Self.form, hasBody: true, form: form)
    }
  }

  private static let form = ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"]

  @Test func readsAForm() throws {
    let request = try Request(
      method: "POST", target: "/x", headers: Self.form, hasBody: true,
      form: Array("a=1+2&b=%C3%A9&c".utf8))
    #expect(request.form == [.init("a", "1 2"), .init("b", "é"), .init("c", "")])
    #expect(request.field("b") == "é")
  }

  @Test(arguments: [nil, "text/plain", "multipart/form-data; boundary=x", "application/json"])
  func takesNoOtherBody(type: String?) {
    let headers = type.map { ["Content-Type": $0] } ?? [:]
    #expect(throws: Request.Refusal.notAForm) {
      try Request(method: "POST", target: "/", headers: headers, hasBody: true, form: [0x61])
    }
  }

  @Test(arguments: ["a=%", "a=%ff", "%00=1"])
  func refusesBrokenForms(form: String) {
    #expect(throws: Request.Refusal.badRequest) {
      try Request(
        method: "POST", target: "/", headers: Self.form, hasBody: true, form: Array(form.utf8))
    }
  }
}
