/// Which of a picture's many addresses to take: the largest that the page offers, lazy ones
/// included.
enum PictureAddress {
  /// Longest address that is kept, in bytes.
  private static let longest = 4000

  static func best(of image: HTMLTree.NodeID, in tree: HTMLTree, against base: String?) -> String? {
    var best: (address: String, width: Double)?
    func offer(_ set: String?) {
      guard let set, let found = largest(of: set), found.width > best?.width ?? 0 else { return }
      best = found
    }
    for name in [HTMLName.srcset, .dataSrcset] { offer(tree.attribute(image, name)) }
    if let picture = tree.parent(image), tree.tag(picture) == .picture {
      for source in tree.children(picture) where tree.tag(source) == .source {
        offer(tree.attribute(source, .srcset) ?? tree.attribute(source, .dataSrcset))
      }
    }
    let single =
      usable(tree.attribute(image, .dataSrc)) ?? usable(tree.attribute(image, .src))
      ?? usable(tree.attribute(image, named: "data-original"))
      ?? usable(tree.attribute(image, named: "data-lazy-src"))
    guard let address = usable(best?.address) ?? single else { return nil }
    return PageAddress.resolve(address, against: base)
  }

  private static func usable(_ address: String?) -> String? {
    guard let address, !address.isEmpty, address.utf8.count <= longest,
      !address.hasPrefix("data:"), !address.hasPrefix("about:"), !address.hasPrefix("javascript:")
    else { return nil }
    return address
  }

  /// The candidate with the greatest width or density of a srcset.
  private static func largest(of set: String) -> (address: String, width: Double)? {
    var best: (address: String, width: Double)?
    // Addresses may hold commas: candidates are cut at a comma with white space behind it.
    var rest = Array(set.utf8)[...]
    while !rest.isEmpty {
      let end = rest.indices.first { index in
        rest[index] == 0x2C && (index + 1 == rest.endIndex || rest[index + 1].isSpace)
      }
      let candidate = rest[..<(end ?? rest.endIndex)]
      rest = end.map { rest[($0 + 1)...] } ?? []
      let parts = candidate.split(whereSeparator: \.isSpace)
      guard let address = parts.first else { continue }
      let size = parts.count > 1 ? String(decoding: parts[1].dropLast(), as: UTF8.self) : "1"
      let width = Double(size) ?? 1
      if width > best?.width ?? 0 { best = (String(decoding: address, as: UTF8.self), width) }
    }
    return best
  }
}
