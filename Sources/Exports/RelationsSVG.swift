package import Records

/// A pair's months or weeks as bars, in SVG.
///
/// Cooperation stands above the line, conflict below it, material closer to the line than verbal. The
/// classes are told apart by pattern as well as by colour. The drawing carries its style in
/// attributes with classes beside them, so that it can stand alone or take a page's style.
package enum RelationsSVG {
  /// What the bars count.
  package enum Measure: Sendable, Hashable, CaseIterable {
    case happenings
    case mentions

    package var noun: String { self == .happenings ? "happenings" : "mentions" }

    package func count(_ count: RelationPeriod.Count) -> Int {
      self == .happenings ? count.happenings : count.mentions
    }
  }

  /// One rectangle of the chart.
  package struct Bar: Sendable, Hashable {
    package var quad: EventType.QuadClass
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
  }

  /// The chart as shapes, in units of the drawing.
  package struct Plan: Sendable, Hashable {
    package var width = 720.0
    package var height = 260.0
    /// Where the line of nothing is.
    package var base = 0.0
    package var bars: [Bar] = []
    /// Lines with their numbers: y, and how many they stand for.
    package var grid: [(y: Double, count: Int)] = []
    /// Names under the bars.
    package var names: [(x: Double, text: String)] = []

    package static func == (a: Plan, b: Plan) -> Bool { a.bars == b.bars && a.base == b.base }
    package func hash(into hasher: inout Hasher) { hasher.combine(bars) }
  }

  /// From the line outwards.
  private static let above: [EventType.QuadClass] = [.materialCooperation, .verbalCooperation]
  private static let below: [EventType.QuadClass] = [.materialConflict, .verbalConflict]

  private static let margin = (left: 44.0, top: 14.0, right: 8.0, bottom: 26.0)

  package static func plan(_ relations: Relations, _ measure: Measure) -> Plan {
    var plan = Plan()
    func sum(_ period: RelationPeriod, _ quads: [EventType.QuadClass]) -> Int {
      quads.reduce(0) { $0 + measure.count(period.counts[$1.rawValue - 1]) }
    }
    let up = relations.periods.map { sum($0, above) }.max() ?? 0
    let down = relations.periods.map { sum($0, below) }.max() ?? 0
    let room = plan.height - margin.top - margin.bottom
    let unit = room / Double(max(1, up + down))
    plan.base = margin.top + unit * Double(up)
    let slot =
      (plan.width - margin.left - margin.right) / Double(max(1, relations.periods.count))
    let barWidth = min(slot * 0.7, 36)
    for (index, period) in relations.periods.enumerated() {
      let x = margin.left + slot * (Double(index) + 0.5) - barWidth / 2
      for (quads, sign) in [(above, -1.0), (below, 1.0)] {
        var edge = plan.base
        for quad in quads {
          let height = unit * Double(measure.count(period.counts[quad.rawValue - 1]))
          guard height > 0 else { continue }
          let y = sign < 0 ? edge - height : edge
          plan.bars.append(Bar(quad: quad, x: x, y: y, width: barWidth, height: height))
          edge += sign * height
        }
      }
    }
    let step = gridStep(max(up, down))
    for count in stride(from: 0, through: up, by: step) {
      plan.grid.append((plan.base - unit * Double(count), count))
    }
    for count in stride(from: step, through: down, by: step) {
      plan.grid.append((plan.base + unit * Double(count), count))
    }
    // A name takes some sixty units.
    let every = max(1, Int((64 / slot).rounded(.up)))
    for (index, period) in relations.periods.enumerated() where index % every == 0 {
      plan.names.append((margin.left + slot * (Double(index) + 0.5), period.value))
    }
    return plan
  }

  /// 1, 2 or 5 times a power of ten, so that there are four lines at most on a side.
  private static func gridStep(_ most: Int) -> Int {
    var power = 1
    while true {
      for step in [1, 2, 5] where most <= step * power * 4 { return step * power }
      power *= 10
    }
  }

  // MARK: - Standing alone

  private static let colours: [EventType.QuadClass: String] = [
    .verbalCooperation: "#5b8fb9", .materialCooperation: "#1f4e79",
    .verbalConflict: "#d08a4e", .materialConflict: "#8c1d2f",
  ]

  /// A file of its own: the chart of happenings, its legend and what it counts.
  package static func write(_ relations: Relations, _ measure: Measure = .happenings) -> [UInt8] {
    let plan = plan(relations, measure)
    let title = escape(
      "\(relations.first) and \(relations.second): \(measure.noun) by "
        + relations.step.rawValue)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(plan.width)) \
      \(number(plan.height + 54))" font-family="sans-serif" font-size="12" role="img">
      <title>\(title)</title>
      <rect width="100%" height="100%" fill="#ffffff"/>

      """
    for line in plan.grid {
      out +=
        "<path d=\"M44 \(number(line.y))H712\" stroke=\"\(line.count == 0 ? "#333" : "#ddd")\"/>"
      out += "<text x=\"38\" y=\"\(number(line.y + 4))\" text-anchor=\"end\" fill=\"#333\">"
      out += "\(line.count)</text>\n"
    }
    for bar in plan.bars {
      out += "<rect x=\"\(number(bar.x))\" y=\"\(number(bar.y))\" width=\"\(number(bar.width))\""
      out += " height=\"\(number(bar.height))\" fill=\"\(colours[bar.quad] ?? "#000")\"/>\n"
    }
    for name in plan.names {
      out += "<text x=\"\(number(name.x))\" y=\"\(number(plan.height - 6))\""
      out += " text-anchor=\"middle\" fill=\"#333\">\(escape(name.text))</text>\n"
    }
    for (index, quad) in EventType.QuadClass.allCases.enumerated() {
      let x = 44 + index * 165
      out += "<rect x=\"\(x)\" y=\"\(number(plan.height + 8))\" width=\"12\" height=\"12\""
      out += " fill=\"\(colours[quad] ?? "#000")\"/><text x=\"\(x + 18)\""
      out += " y=\"\(number(plan.height + 18))\" fill=\"#333\">\(quad.words)</text>\n"
    }
    out +=
      "<text x=\"44\" y=\"\(number(plan.height + 42))\" fill=\"#333\">\(title)</text>\n</svg>\n"
    return Array(out.utf8)
  }

  /// With one digit behind the point.
  package static func number(_ value: Double) -> String { RelationsText.score(value) }

  private static func escape(_ text: String) -> String {
    VisibleText.clean(text).reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }
}
