import Records
import Testing

@testable import Places

@Suite struct OutletCountryTests {
  private let outlets = OutletCountry.standard

  private func country(
    _ address: String? = nil, language: String? = nil, publisher: String? = nil,
    from given: String? = nil
  ) -> String? {
    var article = Article()
    article.canonical = address
    article.language = language
    article.publisher = publisher
    return outlets.country(of: article, address: given)
  }

  @Test func theEndOfTheAddress() {
    #expect(country("https://www.orre-herald.co.uk/news/1") == "GB")
    #expect(country("https://www.orre.ng/a") == "NG")
    #expect(country("https://news.orre.in") == "IN")
    #expect(country("https://orre.gov/a") == "US")
    #expect(country(from: "http://orre.ie:8080/a?b=c.de") == "IE")
    for open in ["https://orre.com", "https://orre.tv/a", "https://orre.co", "https://orre.eu"] {
      #expect(country(open) == nil)
    }
    for bad in ["", "orre", "/home/orre.de", "https://", "https://localhost/", "::"] {
      #expect(country(bad) == nil)
    }
  }

  @Test func theRegionOfTheLanguage() {
    #expect(country("https://orre.com", language: "en-GB") == "GB")
    #expect(country(language: "en-Latn-IN") == "IN")
    #expect(country(language: "en_AU") == "AU")
    #expect(country(language: "en") == nil)
    #expect(country("https://orre.com.ng", language: "en-GB") == "NG")
  }

  /// Much software sets it where nobody chose.
  @Test func theUsualLanguageTellsNothing() { #expect(country(language: "en-US") == nil) }

  @Test func theNameOfTheOutlet() {
    #expect(country(publisher: "The Irish Courier") == "IE")
    #expect(country(publisher: "Courier of India") == "IN")
    #expect(country(publisher: "South Korea Daily") == "KR")
    #expect(country(publisher: "Georgia Courier") == nil)
    #expect(country(publisher: "Ireland") == nil)
    #expect(country(publisher: "The Courier") == nil)
    #expect(country(publisher: "of") == nil)
  }
}
