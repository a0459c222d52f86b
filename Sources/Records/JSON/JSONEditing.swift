/// Changing members of JSON values.
extension JSONValue {
  /// `nil` for text that is no JSON.
  package init?(text: String) {
    guard let value = try? JSONReader.read(text) else { return nil }
    self = value
  }

  package var compact: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// With a member of that value, in the place of any it had; without it for `nil`.
  package func setting(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self else { return self }
    if let place = members.firstIndex(where: { $0.name == name }) {
      if let value { members[place].value = value } else { members.remove(at: place) }
    } else if let value {
      members.append(Member(name, value))
    }
    return .object(members)
  }

  /// Only these members, in this order.
  package func keeping(_ names: [String]) -> JSONValue {
    .object(names.compactMap { name in self[name].map { Member(name, $0) } })
  }

  /// The object itself, or each object of a list, changed.
  package func mapObjects(_ change: (JSONValue) -> JSONValue) -> JSONValue {
    switch self {
    case .array(let values): .array(values.map { $0.mapObjects(change) })
    case .object: change(self)
    default: self
    }
  }
}
