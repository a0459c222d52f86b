internal import Containers
import Records

/// Turns the published model's folder (`en_core_web_sm-3.8.0/`) into one model file.
///
/// Runs once, when the model is installed. Whatever is not as expected is an error: a model of
/// another make must not be misread.
package struct ModelCompiler {
  private let folder: String
  private var packer = TensorPacker()
  private var labels = Labels()
  private var strings: [UInt8] = []
  private let tables = SpacyTables()

  /// The bytes of the model file.
  package static func compile(folder: String) throws(ModelError) -> [UInt8] {
    var compiler = ModelCompiler(folder: folder)
    do throws(AffixError) {
      return try compiler.run()
    } catch {
      throw ModelError(path: folder, reason: .notUnderstood(error.reason))
    }
  }

  private init(folder: String) { self.folder = folder }

  private mutating func run() throws(AffixError) -> [UInt8] {
    let tokenizer = try TokenizerCompiler.rules(try read("tokenizer"))
    labels.tags = try tagLabels()
    let taggerLabels = labels.tags.count
    let parserClasses = try classes(of: "parser/moves", column: \.relations, lifted: true)
    let entityClasses = try classes(of: "ner/moves", column: \.entities, lifted: false)
    let tok2vec = try packer.addTok2Vec(try network("tok2vec/model"), prefix: "tok2vec")
    let entityNetwork = try network("ner/model")
    let entityTok2Vec = try packer.addTok2Vec(entityNetwork, prefix: "ner")
    try packer.addTagger(try network("tagger/model"), labels: taggerLabels)
    try packer.addTransitions(
      try network("parser/model"), prefix: "parser", slots: 8, classes: parserClasses.count)
    try packer.addTransitions(
      entityNetwork, prefix: "ner", slots: 3, classes: entityClasses.count)
    _ = labels.number("ROOT", in: \.relations)
    var ruleCompiler = AttributeRuleCompiler(labels: labels)
    let attributeRules = try ruleCompiler.compile(try read("attribute_ruler/patterns"))
    labels = ruleCompiler.labels
    let norms = try normTable()
    let lemmas = try lemmaTables()
    let info = ModelInfo(
      name: try modelName(), tokenizer: tokenizer, labels: labels,
      taggerLabels: taggerLabels, tok2vec: tok2vec,
      entityTok2Vec: entityTok2Vec, parserClasses: parserClasses, entityClasses: entityClasses,
      attributeRules: attributeRules, lemmaRules: lemmas.classes, tensors: packer.places)
    var writer = ByteWriter()
    info.write(to: &writer)
    let symbols = tables.symbols.sorted { $0.key < $1.key }
      .map { (key: StringID.hash($0.key), value: $0.value) }
    return ModelFormat.file([
      .info: writer.bytes,
      .weights: packer.floats.withUnsafeBytes { Array($0) },
      .strings: strings,
      .symbols: FrozenTable.write(symbols),
      .norms: norms,
      .lemmaIndex: lemmas.index,
      .lemmaExceptions: lemmas.exceptions,
    ])
  }

  // MARK: Files

  private func bytes(_ name: String) throws(AffixError) -> [UInt8] {
    do throws(ContainerFault) {
      let file = try MappedFile(path: "\(folder)/\(name)")
      return withExtendedLifetime(file) { Array(file.bytes) }
    } catch {
      throw AffixError(reason: ModelError(path: "\(folder)/\(name)", fault: error).description)
    }
  }

  private func read(_ name: String) throws(AffixError) -> MessagePack {
    do {
      return try MessagePackReader.read(try bytes(name)[...])
    } catch let error as MessagePackError {
      throw AffixError(reason: "\(name): \(error.reason) at byte \(error.offset)")
    } catch let error as AffixError {
      throw error
    } catch {
      throw AffixError(reason: name)
    }
  }

  private func network(_ name: String) throws(AffixError) -> NetworkFile {
    try NetworkFile(try read(name))
  }

  private func json(_ text: [UInt8], _ name: String) throws(AffixError) -> JSONValue {
    do {
      return try JSONReader.read(text)
    } catch {
      throw AffixError(reason: "\(name): \(error)")
    }
  }

  private func modelName() throws(AffixError) -> String {
    let meta = try json(try bytes("meta.json"), "meta.json")
    let name = [meta["lang"], meta["name"], meta["version"]].compactMap { $0?.string }
    guard name.count == 3, name[0] == "en", name[1].hasPrefix("core_web_sm"), name[2] == "3.8.0"
    else {
      throw AffixError(reason: "it is \(name.joined(separator: " ")), not en_core_web_sm 3.8.0")
    }
    return "en_core_web_sm 3.8.0"
  }

  // MARK: Labels

  private func tagLabels() throws(AffixError) -> [String] {
    let labels = try json(try bytes("tagger/cfg"), "tagger/cfg")["labels"]?.array ?? []
    guard !labels.isEmpty else { throw AffixError(reason: "no tags") }
    return labels.compactMap(\.string)
  }

  /// The classes of a transition system: actions in ascending order, labels of each by descending
  /// count, then descending name.
  private mutating func classes(
    of name: String, column: WritableKeyPath<Labels, [String]>, lifted: Bool
  ) throws(AffixError) -> [TransitionClass] {
    guard let text = try read(name)["moves"]?.text,
      let actions = try json(Array(text.utf8), name).members
    else { throw AffixError(reason: "\(name) has no moves") }
    var found: [TransitionClass] = []
    for action in actions.sorted(by: { $0.name < $1.name }) {
      guard let number = UInt8(action.name), let counts = action.value.members else {
        throw AffixError(reason: "\(name): action \(action.name)")
      }
      let sorted = counts.sorted {
        let (a, b) = ($0.value.number ?? 0, $1.value.number ?? 0)
        return a != b
          ? a > b : $1.name.unicodeScalars.lexicographicallyPrecedes($0.name.unicodeScalars)
      }
      for label in sorted {
        found.append(transition(action: number, label: label.name, column: column, lifted: lifted))
      }
    }
    return found
  }

  private mutating func transition(
    action: UInt8, label: String, column: WritableKeyPath<Labels, [String]>, lifted: Bool
  ) -> TransitionClass {
    guard lifted, let bar = label.firstRange(of: "||") else {
      return TransitionClass(action: action, label: UInt8(labels.number(label, in: column)))
    }
    return TransitionClass(
      action: action,
      label: UInt8(labels.number(String(label[..<bar.lowerBound]), in: column)),
      lifted: UInt8(labels.number(String(label[bar.upperBound...]), in: column)))
  }

  // MARK: Tables

  /// Adds a string to the strings section; its offset.
  private mutating func add(_ text: String) throws(AffixError) -> UInt32 {
    guard let count = UInt8(exactly: text.utf8.count) else {
      throw AffixError(reason: "the string \(text) is too long")
    }
    strings.append(count)
    strings += text.utf8
    return UInt32(strings.count - Int(count) - 1)
  }

  private func id(_ text: String) -> UInt64 {
    tables.symbols[text].map(UInt64.init) ?? StringID.hash(text)
  }

  /// The model's norms first, then spaCy's own for texts the model says nothing about.
  private mutating func normTable() throws(AffixError) -> [UInt8] {
    guard let norms = try read("vocab/lookups.bin")["lexeme_norm"]?.pairs else {
      throw AffixError(reason: "no norms")
    }
    var entries: [(key: UInt64, value: UInt32)] = []
    for (key, norm) in norms {
      guard let key = key.integer, let norm = norm.text else {
        throw AffixError(reason: "an odd norm")
      }
      entries.append((key, try add(norm)))
    }
    for (text, norm) in tables.norms.sorted(by: { $0.key < $1.key }) {
      entries.append((id(text), try add(norm)))
    }
    return FrozenTable.write(entries)
  }

  private struct LemmaTables {
    var classes: [LemmaClass]
    var index: [UInt8]
    var exceptions: [UInt8]
  }

  private mutating func lemmaTables() throws(AffixError) -> LemmaTables {
    let lookups = try read("lemmatizer/lookups/lookups.bin")
    var classes: [LemmaClass] = []
    var index: [(key: UInt64, value: UInt32)] = []
    var exceptions: [(key: UInt64, value: UInt32)] = []
    for name in ["adj", "adv", "noun", "punct", "verb"] {
      var lemmaClass = LemmaClass(name: name)
      let nameHash = StringID.hash(name)
      func part(_ table: String) -> MessagePack? {
        lookups[table]?.pairs?.first { $0.key.integer == id(name) }?.value
      }
      for rule in part("lemma_rules")?.array ?? [] {
        guard let pair = rule.array, pair.count == 2, let old = pair[0].text,
          let new = pair[1].text
        else { throw AffixError(reason: "an odd rule for lemmas") }
        lemmaClass.rules.append(.init(ending: Array(old.utf8), replacement: Array(new.utf8)))
      }
      if let words = part("lemma_index")?.array {
        lemmaClass.hasIndex = true
        for word in words.compactMap(\.text) {
          index.append((LemmaClass.key(word: StringID.hash(word), name: nameHash), 0))
        }
      }
      if let forms = part("lemma_exc")?.pairs {
        lemmaClass.hasExceptions = true
        for (form, lemmas) in forms {
          guard let form = form.text, let lemmas = lemmas.array?.compactMap(\.text),
            lemmas.count < 256
          else { throw AffixError(reason: "an odd exception for lemmas") }
          let offset = UInt32(strings.count)
          strings.append(UInt8(lemmas.count))
          for lemma in lemmas { _ = try add(lemma) }
          exceptions.append(
            (LemmaClass.key(word: StringID.hash(form), name: nameHash), offset))
        }
      }
      classes.append(lemmaClass)
    }
    guard (lookups["lemma_rules"]?.pairs?.count ?? 0) == classes.count else {
      throw AffixError(reason: "lemma rules for other parts of speech")
    }
    return LemmaTables(
      classes: classes, index: FrozenTable.write(index),
      exceptions: FrozenTable.write(exceptions))
  }
}
