import Exports
import Records

/// A pair's months or weeks as bars: cooperation above the line, conflict below it.
enum RelationsChart {
  static func view(_ relations: Relations, _ measure: RelationsSVG.Measure) -> HTML {
    let plan = RelationsSVG.plan(relations, measure)
    let box = "0 0 \(SVG.number(plan.width)) \(SVG.number(plan.height))"
    return SVG.root(
      .class("chart"), Attribute("viewBox", box), Attribute("role", "img"),
      .label(
        "\(relations.first) and \(relations.second): \(measure.noun) by \(relations.step.rawValue)")
    ) {
      patterns(measure)
      for line in plan.grid {
        SVG.path(
          line.count == 0 ? .class("base") : .class("grid"),
          Attribute("d", "M44 \(SVG.number(line.y))H\(SVG.number(plan.width - 8))"))
        SVG.words(.x(38), .y(line.y + 4), Attribute("text-anchor", "end")) { String(line.count) }
      }
      for bar in plan.bars {
        SVG.rect(
          .quad(bar.quad), .x(bar.x), .y(bar.y), .width(bar.width), .height(bar.height),
          .fill(pattern: pattern(bar.quad, measure)))
      }
      for name in plan.names {
        SVG.words(.x(name.x), .y(plan.height - 6), Attribute("text-anchor", "middle")) { name.text }
      }
    }
  }

  private static func pattern(_ quad: EventType.QuadClass, _ measure: RelationsSVG.Measure)
    -> String
  {
    "\(measure.noun)-q\(quad.rawValue)"
  }

  /// Words are striped, deeds are full: told apart without colour too.
  private static func patterns(_ measure: RelationsSVG.Measure) -> HTML {
    SVG.defs {
      for quad in EventType.QuadClass.allCases {
        SVG.pattern(
          .id(pattern(quad, measure)), .width(6), .height(6),
          Attribute("patternUnits", "userSpaceOnUse"),
          Attribute("patternTransform", "rotate(45)"), .quad(quad)
        ) {
          SVG.rect(.class("ground"), .width(6), .height(6))
          switch quad {
          case .verbalCooperation, .verbalConflict:
            SVG.rect(.class("stripe"), .width(3), .height(6))
          case .materialCooperation, .materialConflict:
            SVG.rect(.class("stripe"), .width(6), .height(6))
          }
        }
      }
    }
  }

  static var legend: HTML {
    ul(.class("legend")) {
      for quad in [
        EventType.QuadClass.verbalCooperation, .materialCooperation, .materialConflict,
        .verbalConflict,
      ] {
        li {
          span(.quad(quad), .hidden)
          HappeningWords.quad(quad)
        }
      }
    }
  }
}
