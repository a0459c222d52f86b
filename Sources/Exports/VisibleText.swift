/// Text without what a terminal or an editor would act on.
///
/// Control characters (C0 but line feed and tab, DEL, C1) could drive a terminal, and
/// bidirectional overrides could make words read as others (CVE-2021-42574): each becomes U+FFFD.
package enum VisibleText {
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
    return String(out)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
