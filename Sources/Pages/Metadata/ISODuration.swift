/// Durations as schema.org writes them (ISO 8601: "PT1H2M30S", "P0DT0H1M5.2S").
enum ISODuration {
  /// Whole seconds; `nil` for what is no duration of days and time, or longer than a week.
  static func seconds(_ text: String) -> Int? {
    var bytes = text.utf8.drop { $0.isSpace }[...]
    guard let first = bytes.popFirst(), first | 0x20 == UInt8(ascii: "p") else { return nil }
    var total = 0
    var value: Int?
    var isFraction = false
    for byte in bytes {
      switch byte | 0x20 {
      case 0x30...0x39:
        if isFraction { continue }
        value = min((value ?? 0) * 10 + Int(byte - 0x30), 10_000_000)
        continue
      case UInt8(ascii: "."), UInt8(ascii: ","):
        isFraction = true
        continue
      case UInt8(ascii: "t"): continue
      case UInt8(ascii: "d"): total += (value ?? 0) * 86_400
      case UInt8(ascii: "h"): total += (value ?? 0) * 3600
      case UInt8(ascii: "m"): total += (value ?? 0) * 60
      case UInt8(ascii: "s"): total += value ?? 0
      default: return nil
      }
      value = nil
      isFraction = false
    }
    return value == nil && (1...604_800).contains(total) ? total : nil
  }
}
