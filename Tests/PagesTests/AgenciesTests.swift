import Pages
import Testing

@Suite struct AgenciesTests {
  static let lines: [(String, [String])] = [
    ("msh/ab (AFP, Reuters)", ["AFP", "Reuters"]),
    ("BERLIN (dpa/lsw)", ["dpa"]),
    ("dpa-AFX/ab", ["dpa"]),
    ("By The Associated Press", ["The Associated Press"]),
    ("With Reuters and AFP", ["Reuters", "AFP"]),
    ("(SDA/DPA)", ["SDA", "dpa"]),
    ("Keystone-SDA/afp", ["Keystone-SDA", "AFP"]),
    ("(c) 연합뉴스", ["Yonhap"]),
    ("ТАСС", ["TASS"]),
    ("PA Media", ["PA"]),
    ("By Ana Lind", []),
    ("Our correspondent in the MAP of Europe said", []),
    ("tt at ap", []),
  ]

  @Test(arguments: lines) func namesThoseOfALine(line: String, expected: [String]) {
    #expect(Agencies.names(in: line) == expected)
  }

  @Test func tellsAgenciesFromPeople() {
    #expect(Agencies.isAgency("The Associated Press"))
    #expect(Agencies.isAgency("dpa/AFP"))
    #expect(!Agencies.isAgency("Ana Lind, AFP"))
    #expect(!Agencies.isAgency(""))
  }
}
