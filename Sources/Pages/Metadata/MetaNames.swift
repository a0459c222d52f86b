/// What meta elements are called, and which field they declare.
///
/// Keys are compared without case and marks, so that "article:published_time",
/// "article.published" and "DC.date.issued" need one entry each.
enum MetaNames {
  enum Field: Sendable {
    case title, description, author, published, modified, section, keywords, publisher
    case canonical, language, image
  }

  struct Meaning: Sendable {
    var field: Field
    /// 0 is most trusted.
    var rank: Int
  }

  /// From this rank a date may be that of something else.
  static let weakDate = 2

  static func meaning(of key: String) -> Meaning? {
    let squeezed = String(
      decoding: key.utf8.filter { $0.isLowerASCII || $0.isDigit }, as: UTF8.self)
    return table[squeezed] ?? byLastWord(key)
  }

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    func add(_ field: Field, _ keys: [String]) {
      for (rank, group) in keys.enumerated() {
        for key in group.split(separator: " ") {
          table[String(key)] = Meaning(field: field, rank: rank)
        }
      }
    }
    add(
      .title,
      [
        "ogtitle", "citationtitle headline articleheadline", "twittertitle",
        "parselytitle sailthrutitle dctitle dctermstitle cxenseparsetitle title hdl",
      ])
    add(.description, ["ogdescription", "description", "twitterdescription", "dcdescription"])
    add(
      .author,
      [
        "articleauthor ogarticleauthor author citationauthor authors",
        "parselyauthor sailthruauthor dccreator dctermscreator byl cxenseparseauthor",
      ])
    add(
      .published,
      [
        "articlepublishedtime ogarticlepublishedtime articlepublished articlepublicationdate",
        "datepublished parselypubdate sailthrudate publishedtime originalpublicationdate "
          + "publishedat firstpublished publishdate publishedate pubdate publicationdate "
          + "ogpublishedtime ogpubdate citationpublicationdate citationonlinedate "
          + "dcdateissued dctermsissued dcdatepublished dcissued datepublication ptime "
          + "cxenseparserecspublishtime displaydate releasedate articledatepublished "
          + "rnewsdatepublished analyticsattributesarticledate articledateoriginal",
        "dcdatecreated dctermscreated dccreated datecreated articlecreated created "
          + "dctermsdate dcdate date citationdate dcdatesubmitted articledate",
      ])
    add(
      .modified,
      [
        "articlemodifiedtime ogarticlemodifiedtime articlemodified datemodified dateupdate",
        "ogupdatedtime lastmodified dctermsmodified dcdatemodified modified lastmod revised utime "
          + "articleupdatedtime updatedtime dateupdated lastupdated",
      ])
    add(.section, ["articlesection ogarticlesection", "parselysection section cxenseparsesection"])
    add(
      .keywords,
      [
        "articletag ogarticletag", "newskeywords", "keywords", "parselytags sailthrutags",
        "dcsubject dctermssubject dckeywords",
      ])
    add(
      .publisher, ["ogsitename", "dcpublisher publisher articlepublishername", "applicationname"])
    add(.canonical, ["ogurl", "parselylink twitterurl"])
    add(
      .language,
      ["inlanguage", "oglocale", "contentlanguage", "dclanguage dctermslanguage language"])
    add(.image, ["ogimage ogimageurl", "twitterimage twitterimagesrc thumbnail"])
    return table
  }()

  /// Publishers' own names ("acme-article:author"): the last word tells.
  private static func byLastWord(_ key: String) -> Meaning? {
    guard !key.hasPrefix("twitter"), !key.hasPrefix("fb:") else { return nil }
    let words = key.split { !$0.isLetter && !$0.isNumber }
    guard words.count > 1, let last = words.last else { return nil }
    switch last {
    case "author", "authors", "byline": return Meaning(field: .author, rank: 3)
    case "pubdate", "publishdate", "published": return Meaning(field: .published, rank: 3)
    default: return nil
    }
  }
}
