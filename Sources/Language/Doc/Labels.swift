/// The names behind the small numbers in a `Doc`'s columns; one value for all docs of a model.
package struct Labels: Sendable, Hashable {
  /// Fine-grained tags (Penn Treebank).
  package var tags: [String]
  /// Universal parts of speech; 0 is none.
  package var partsOfSpeech: [String]
  /// Morphological features ("Number=Sing|Person=3"); 0 is none.
  package var morphologies: [String]
  /// Relations (ClearNLP).
  package var relations: [String]
  /// Entity types (OntoNotes); 0 is none.
  package var entities: [String]

  package init(
    tags: [String] = [], partsOfSpeech: [String] = [""], morphologies: [String] = [""],
    relations: [String] = [], entities: [String] = [""]
  ) {
    self.tags = tags
    self.partsOfSpeech = partsOfSpeech
    self.morphologies = morphologies
    self.relations = relations
    self.entities = entities
  }

  /// The number of a label in a column, added if need be.
  package mutating func number(_ label: String, in column: WritableKeyPath<Labels, [String]>) -> Int
  {
    if let number = self[keyPath: column].firstIndex(of: label) { return number }
    self[keyPath: column].append(label)
    return self[keyPath: column].count - 1
  }

  func write(to writer: inout ByteWriter) {
    for column in [tags, partsOfSpeech, morphologies, relations, entities] {
      writer.strings(column)
    }
  }

  init(from reader: inout ByteReader) throws(ByteError) {
    tags = try reader.strings()
    partsOfSpeech = try reader.strings()
    morphologies = try reader.strings()
    relations = try reader.strings()
    entities = try reader.strings()
  }
}
