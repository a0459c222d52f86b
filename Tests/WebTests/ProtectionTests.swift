import Testing

@testable import Web

@Suite struct ProtectionTests {
  @Test(arguments: [
    "localhost", "localhost:8642", "LOCALHOST", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8642",
  ])
  func thisMachineIsAnswered(host: String) {
    #expect(Protection.isLocal(host: host))
  }

  @Test(arguments: [
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8642",
    "localhost:8642:1", "localhost:abc", "localhost:123456", "[::1", "[::1]x", "[::2]", "0.0.0.0",
    "", "192.168.0.1", "localhost@evil.example",
  ])
  func othersAreNot(host: String) {
    #expect(!Protection.isLocal(host: host))
  }

  private func refusal(_ headers: [String: String], isLoopback: Bool = true) throws -> Int? {
    Protection(isLoopback: isLoopback)
      .refusal(of: try Request(method: "GET", target: "/", headers: headers))
  }

  @Test func reboundNamesAreTurnedAwayOnLoopbackOnly() throws {
    #expect(try refusal(["Host": "evil.example"]) == 421)
    #expect(try refusal(["Host": "reader.example"], isLoopback: false) == nil)
    #expect(try refusal([:]) == 400)
  }

  @Test func otherSitesMayLinkButNotLoad() throws {
    let from = ["Host": "localhost", "Sec-Fetch-Site": "cross-site"]
    #expect(try refusal(from.merging(["Sec-Fetch-Mode": "no-cors"]) { $1 }) == 403)
    #expect(try refusal(from.merging(["Sec-Fetch-Mode": "navigate"]) { $1 }) == nil)
    #expect(try refusal(["Host": "localhost", "Sec-Fetch-Site": "same-origin"]) == nil)
  }
}
