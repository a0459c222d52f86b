import Records

/// Cards for what the archive does not hold itself: pictures by caption and credit, recordings by
/// title and length, each with a link to where it stands.
enum MediaCards {
  enum RecordingKind: Sendable, Hashable {
    case video, audio

    var words: String { self == .video ? "Video" : "Sound" }
    var glyph: Attribute { self == .video ? .class("glyph video") : .class("glyph audio") }
  }

  /// - caption: the caption with its lit words.
  static func picture(_ image: Image, caption: HTML? = nil, _ attributes: [Attribute] = [])
    -> HTML
  {
    figure([.class("card")] + attributes) {
      span(.class("glyph picture"), .hidden)
      figcaption {
        p(.class("caption")) { caption ?? .text(image.alt ?? "Picture without a caption") }
        p([.class("meta")] + .ofReader) {
          pictureSource(image)
        }
      }
    }
  }

  @HTMLBuilder
  private static func pictureSource(_ image: Image) -> HTML {
    if let credit = image.credit {
      "Photo: "
      bdi { credit }
      " · "
    }
    outside(image.url, "picture", words: "picture not kept in the archive")
  }

  static func recording(
    _ recording: Recording, _ kind: RecordingKind, _ attributes: [Attribute] = []
  ) -> HTML {
    figure([.class("card")] + attributes) {
      span(kind.glyph, .hidden)
      figcaption {
        p(.class("caption")) { recording.title ?? kind.words + " without a title" }
        p([.class("meta")] + .ofReader) {
          kind.words
          if let seconds = recording.duration { ", " + Dates.length(seconds: seconds) }
          " · "
          outside(recording.url, kind.words.lowercased(), words: "at the outlet")
        }
      }
    }
  }

  /// A link to where the thing stands on the web; without an address that may be linked, the
  /// words alone.
  @HTMLBuilder
  private static func outside(_ url: String?, _ thing: String, words: String) -> HTML {
    if let address = Address(web: url) {
      outsideLink(address) {
        thing + " at " + address.host
      }
    } else {
      words
    }
  }
}

/// A link that leaves the reader: it tells the other host nothing and gives it no hold on us.
func outsideLink(_ address: Address, @HTMLBuilder _ content: () -> HTML) -> HTML {
  a(.href(address), Attribute("rel", "noreferrer noopener external"), content: content)
}
