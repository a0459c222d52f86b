/// An HTTP response, as a value.
package struct Response: Sendable, Hashable {
  package var status = 200
  package var body: [UInt8] = []

  package init() {}
}
