import Testing

@testable import Pages

@Suite struct CaptionCreditTests {
  @Test(arguments: [
    (
      "The bridge at dawn Image: Lind/AP/picture alliance", "The bridge at dawn",
      "Lind/AP/picture alliance"
    ),
    ("The governor was impeachedImage: Lind/AP", "The governor was impeached", "Lind/AP"),
    ("Die Brücke am Morgen. Foto: Ana Lind/dpa", "Die Brücke am Morgen.", "Ana Lind/dpa"),
    ("Die Brücke | Bild: dpa", "Die Brücke", "dpa"),
    ("Die Brücke © Ana Lind", "Die Brücke", "Ana Lind"),
    ("The bridge (Photo by Ana Lind)", "The bridge", "Ana Lind"),
    ("(Foto: Ana Lind) Die Brücke am Morgen", "Die Brücke am Morgen", "Ana Lind"),
    ("The bridge [AP Photo/Ana Lind]", "The bridge", "AP Photo/Ana Lind"),
    ("The bridge (AFP / ANA LIND)", "The bridge", "AFP / ANA LIND"),
    ("Most o świcie. Fot. Ana Lind", "Most o świcie.", "Ana Lind"),
    ("Мост на рассвете. Фото: Ана Линд", "Мост на рассвете.", "Ана Линд"),
    ("The bridge at dawn. Getty Images", "The bridge at dawn.", "Getty Images"),
    ("The bridge at dawn — Reuters", "The bridge at dawn", "Reuters"),
    ("Brúin í dag. Ljósmynd/Ana Lind", "Brúin í dag.", "Ana Lind"),
  ])
  func splits(_ text: String, _ caption: String, _ credit: String) {
    #expect(CaptionCredit(splitting: text) == CaptionCredit(caption: caption, credit: credit))
  }

  @Test(arguments: ["IMAGO/ZUMA Press", "AP", "Getty Images/Ana Lind"])
  func knowsBareCredit(_ text: String) {
    #expect(CaptionCredit(splitting: text) == CaptionCredit(credit: text))
  }

  @Test(arguments: [
    "The photo shows the bridge", "A picture of the bridge (left) at dawn",
    "The minister spoke to Reuters about the bridge on Monday",
    "Source of the river: a spring in the hills that was found by two walkers long ago and has been"
      + " visited by many people ever since then",
  ])
  func leavesCaptionAlone(_ text: String) {
    #expect(CaptionCredit(splitting: text) == CaptionCredit(caption: text))
  }

  @Test func dropsMarksOfLoneCredit() {
    #expect(CaptionCredit.credit(from: "Photo: © Ana Lind / AP") == "Ana Lind / AP")
    #expect(CaptionCredit.credit(from: " (Quelle: dpa) ") == "dpa")
    #expect(CaptionCredit.credit(from: "") == nil)
  }
}
