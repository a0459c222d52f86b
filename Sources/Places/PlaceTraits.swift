package import Actors
package import Gazetteer
internal import Language
package import Records
package import Syntax

/// The traits of a text's names and of the places they may mean, as JSON: what weights are
/// learned from.
package enum PlaceTraits {
  /// Writes the members "mentions" (span in UTF-8 bytes, traits, toponym) and "toponyms" (places with
  /// point and traits) into an object the caller has opened.
  package static func writeMembers(
    of tree: SyntaxTree, _ actors: ActorAnalysis, _ gazetteer: Gazetteer,
    to json: inout JSONWriter
  ) {
    let reading = PlaceReading(tree, actors, gazetteer, weights: .learned)
    json.name("mentions")
    json.beginArray()
    for mention in reading.mentions {
      json.beginObject()
      json.name("span")
      json.span(tree.doc.bytes(mention.name.tokens))
      if let toponym = mention.toponym {
        json.name("toponym")
        json.int(toponym)
      }
      write(mention.traits, to: &json)
      json.endObject()
    }
    json.endArray()
    json.name("toponyms")
    json.beginArray()
    for number in reading.resolver.toponyms.indices {
      let traits = reading.resolver.traits(of: number)
      json.beginArray()
      for (candidate, traits) in zip(reading.resolver.toponyms[number].candidates, traits) {
        json.beginObject()
        json.name("lat")
        json.double(candidate.place.latitude)
        json.name("lon")
        json.double(candidate.place.longitude)
        json.name("id")
        json.int(candidate.place.geonameID)
        json.member("name", gazetteer.name(candidate.place))
        write(traits, to: &json)
        json.endObject()
      }
      json.endArray()
    }
    json.endArray()
  }

  private static func write<Trait>(_ traits: TraitList<Trait>, to json: inout JSONWriter) {
    json.name("traits")
    json.beginObject()
    for (trait, value) in traits.values {
      json.name("\(trait)")
      json.double(value)
    }
    json.endObject()
  }
}
