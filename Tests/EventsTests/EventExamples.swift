import Actors
import Foundation
import Language
import Records
import Syntax

@testable import Events

/// Events of a made-up text, written short: "TYPE/mode source > target status".
struct EventExamples {
  let pipeline: Pipeline

  init() throws { pipeline = Pipeline(model: try InstalledModel.load()) }

  /// - time: words of the text that tell a time, and its value.
  func events(
    _ text: String, day: Timestamp? = Timestamp(year: 2025, month: 3, day: 4),
    time: (words: String, value: String)? = nil
  ) -> [Event] {
    let tree = SyntaxTree(pipeline.parse(text))
    var times: [TimeExpression] = []
    if let time, let range = text.range(of: time.words) {
      let first = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      times.append(
        TimeExpression(
          range: first..<first + time.words.utf8.count, kind: .date, value: time.value,
          rule: "test"))
    }
    return EventFinder.find(
      tree, actors: ActorFinder.find(tree, published: day), statements: [], times: times,
      day: day, places: [])
  }

  func short(_ text: String) -> [String] {
    events(text).map { event in
      let side = { (parties: [Event.Party]) in
        parties.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }.joined(
          separator: " + ")
      }
      var line = event.type.rawValue
      if let mode = event.mode { line += "/" + mode }
      line += " " + side(event.sources) + " > " + side(event.targets)
      if let status = event.status { line += " " + status.rawValue }
      return line
    }
  }
}
