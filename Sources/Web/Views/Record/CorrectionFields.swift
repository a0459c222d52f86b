internal import Archive
internal import Records

/// What of an item the user can correct, with its value now.
///
/// `CorrectionForm` reads the same fields back.
enum CorrectionFields {
  /// Parties are named by their actors, apart by semicolons.
  static let separator = "; "

  static func fields<Value>(_ value: Value, _ record: RecordModel) -> [JudgeForm.Field] {
    switch value {
    case let actor as Actor: fields(actor)
    case let statement as Attribution: fields(statement, record)
    case let event as Event: fields(event, record)
    case let time as TimeExpression: fields(time)
    case let place as Place: fields(place)
    default: []
    }
  }

  private static func fields(_ actor: Actor) -> [JudgeForm.Field] {
    [
      .text("name", "Name", actor.name),
      .choice("kind", "Kind", Actor.Kind.allCases.map(\.rawValue), actor.kind.rawValue),
      .text("country", "Country (alpha-3)", actor.country ?? ""),
      .text("sector", "Sector (PLOVER)", actor.sector ?? ""),
    ]
  }

  private static func fields(_ statement: Attribution, _ record: RecordModel)
    -> [JudgeForm.Field]
  {
    [
      .actor("speaker", "Speaker", record.actor(statement.speaker?.actor)?.name ?? ""),
      .choice(
        "kind", "Kind", Attribution.Kind.allCases.map(\.rawValue), statement.kind.rawValue),
      .choice("act", "Act", Attribution.Act.allCases.map(\.rawValue), statement.act.rawValue),
    ]
  }

  private static func fields(_ event: Event, _ record: RecordModel) -> [JudgeForm.Field] {
    [
      .choice("type", "Type", EventType.allCases.map(\.rawValue), event.type.rawValue),
      .choice(
        "status", "Status", ["fact"] + Event.Status.allCases.map(\.rawValue),
        event.status?.rawValue ?? "fact"),
      .actor("source", "Who", names(event.sources, record)),
      .actor("target", "To whom", names(event.targets, record)),
      .text("time", "Day", event.time ?? ""),
    ]
  }

  static func names(_ parties: [Event.Party], _ record: RecordModel) -> String {
    ItemWords.parties(parties, record).joined(separator: separator)
  }

  private static func fields(_ time: TimeExpression) -> [JudgeForm.Field] {
    [
      .choice("type", "Type", ["DATE", "TIME", "DURATION", "SET"], time.kind.rawValue),
      .text("value", "Value (TIMEX3)", time.value ?? ""),
    ]
  }

  private static func fields(_ place: Place) -> [JudgeForm.Field] {
    [
      .text("name", "Name", place.name),
      .text("country", "Country (alpha-2)", place.country ?? ""),
      .text("lat", "Latitude", place.point.map { String($0.latitude) } ?? ""),
      .text("lon", "Longitude", place.point.map { String($0.longitude) } ?? ""),
      .choice(
        "precision", "Precision", ["none"] + Place.Precision.allCases.map(\.rawValue),
        place.precision?.rawValue ?? "none"),
    ]
  }
}
