/// One page as it was fetched: an input of the flow.
package struct Capture: Sendable, Hashable {
  /// The address, or the file's path.
  package var name: String
  package var url: String?
  package var bytes: [UInt8]

  package init(name: String, url: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.url = url
    self.bytes = bytes
  }
}
