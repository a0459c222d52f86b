import Foundation
import Language
import Records
import Syntax
import Testing

@testable import Actors

/// Texts parsed with the installed model, and what was found in them.
struct Found {
  let text: String
  let analysis: ActorAnalysis

  let tree: SyntaxTree

  init(_ text: String, published: String? = nil, known: [OfficeHolding] = []) throws {
    self.text = text
    tree = try Self.tree(text)
    analysis = ActorFinder.find(
      tree, published: published.flatMap(Timestamp.init(leading:)), known: known)
  }

  static func tree(_ text: String) throws -> SyntaxTree {
    SyntaxTree(try pipelines.get().withPipeline { $0.parse(text) })
  }

  /// The first token of this text.
  func token(_ word: String) -> Int? {
    (0..<tree.count).first { tree.doc.text($0) == word }
  }

  private static let pipelines = Result { () throws -> PipelinePool in
    let path =
      ProcessInfo.processInfo.environment["DATELINE_MODEL"]
      ?? URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/release/" + ModelLocation.fileName).path
    return PipelinePool(model: try LanguageModel(path: path))
  }

  var actors: [Actor] { analysis.actors }

  func actor(_ name: String) throws -> Actor {
    try #require(actors.first { $0.name == name }, "no \(name) among \(actors.map(\.name))")
  }

  func mentions(_ name: String) throws -> [String] { try actor(name).mentions.map(words) }

  func words(_ mention: Actor.Mention) -> String {
    String(decoding: Array(text.utf8)[mention.range], as: UTF8.self)
  }

  /// Country and sector of the first actor.
  var code: String {
    guard let actor = actors.first else { return "none" }
    return (actor.country ?? "-") + " " + (actor.sector ?? "-")
  }
}
