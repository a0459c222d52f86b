import Records
import Testing

@testable import Happenings

@Suite("Independent witnesses")
struct WitnessTests {
  private func count(_ witnesses: Witness...) -> Int {
    Witness.independent(witnesses)
  }

  @Test func outletAgencyAndCopyMakeOneWitness() {
    #expect(count(Witness(outlet: 1, copy: 1), Witness(outlet: 2, copy: 2)) == 2)
    #expect(count(Witness(outlet: 1, copy: 1), Witness(outlet: 1, copy: 2)) == 1)
    #expect(count(Witness(outlet: 1, copy: 1), Witness(outlet: 2, copy: 1)) == 1)
    #expect(
      count(
        Witness(outlet: 1, agencies: ["Coast Wire"], copy: 1),
        Witness(outlet: 2, agencies: ["COAST WIRE"], copy: 2)) == 1)
    // The second ties the first and the third.
    #expect(
      count(
        Witness(outlet: 1, agencies: ["Coast Wire"], copy: 1), Witness(outlet: 2, copy: 3),
        Witness(outlet: 3, agencies: ["Coast Wire"], copy: 3)) == 1)
  }

  private static let words = (0..<400).map { "word\($0 * 7919 % 1009)" }

  @Test func nearCopiesAreFound() {
    let text = Self.words.joined(separator: " ")
    let cut = Self.words.prefix(300).joined(separator: "  ").uppercased() + " and an end of its own"
    let unlike = Self.words.map { $0 + "x" }.joined(separator: " ")
    let sketches = [text, unlike, cut, "Too short.", "Too short."].map(TextSketch.init)
    #expect(CopyGroups.groups(sketches) == [0, 1, 0, 3, 4])
    #expect(sketches[0].likeness(sketches[2]) > 0.5)
    #expect(sketches[0].likeness(sketches[1]) < 0.1)
  }
}
