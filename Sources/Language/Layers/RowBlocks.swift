import Kernels

/// What the tagger and the parser need of each row, computed block by block when asked for.
///
/// Only some blocks are kept, the ones used last: a text of any length takes bounded memory. A
/// block that comes into use again (a long stack is taken down) is computed again.
final class RowBlocks {
  /// Blocks kept: 1 MB each. A parser's state looks at eight rows, so eight are the least.
  private static let kept = 12

  private let cache: FormCache
  private let convolutions: Convolutions
  private let network: TransitionNetwork
  private let tagger: Tagger
  private var rows = TokenRows()
  private let forms: UnsafeMutablePointer<FormSlots>
  private var buffers: [FloatBuffer] = []
  /// By block: its buffer, or -1.
  private var places: [Int32] = []
  private var owners: [Int] = []
  private var lastUse: [Int] = []
  private var clock = 0
  /// By row, filled in when a row's block is first computed.
  private(set) var tags: [UInt8] = []

  init(model: LanguageModel, cache: FormCache, network: TransitionNetwork) {
    self.cache = cache
    self.network = network
    convolutions = Convolutions(model: model, shape: model.info.tok2vec, prefix: "tok2vec")
    tagger = Tagger(model: model)
    forms = .allocate(capacity: Convolutions.block + 2 * TokenRows.padding)
  }

  deinit { forms.deallocate() }

  /// Starts on other rows.
  func reset(_ rows: TokenRows) {
    self.rows = rows
    places = [Int32](
      repeating: -1, count: (rows.count + Convolutions.block - 1) / Convolutions.block)
    owners = [Int](repeating: -1, count: buffers.count)
    lastUse = [Int](repeating: 0, count: buffers.count)
    tags = [UInt8](repeating: 0, count: rows.count)
  }

  /// What a row contributes to a parser state, slot by slot.
  @inline(__always)
  func contributions(_ row: Int) -> UnsafePointer<Float> {
    let block = row / Convolutions.block
    var place = Int(places[block])
    if place < 0 { place = compute(block) }
    lastUse[place] = clock
    return UnsafePointer(buffers[place].floats + row % Convolutions.block * network.rowWidth)
  }

  /// To be called once a state: blocks used since are not given up.
  @inline(__always)
  func tick() { clock &+= 1 }

  private func compute(_ block: Int) -> Int {
    let place = freePlace()
    owners[place] = block
    places[block] = Int32(place)
    let first = block * Convolutions.block
    let count = min(Convolutions.block, rows.count - first)
    let padding = TokenRows.padding
    cache.find(first - padding..<first + count + padding, of: rows, into: forms)
    let vectors = convolutions.encode(rows: count, forms: forms, cache: cache, network: 0)
    tags.withUnsafeMutableBufferPointer { tags in
      guard let start = tags.baseAddress else { return }
      tagger.tag(vectors, rows: count, into: start + first)
    }
    network.contributions(of: vectors, rows: count, into: buffers[place].floats)
    return place
  }

  private func freePlace() -> Int {
    if let place = owners.firstIndex(of: -1) { return place }
    if buffers.count < RowBlocks.kept {
      buffers.append(FloatBuffer(count: Convolutions.block * network.rowWidth))
      owners.append(-1)
      lastUse.append(0)
      return buffers.count - 1
    }
    let place = lastUse.indices.min { lastUse[$0] < lastUse[$1] } ?? 0
    places[owners[place]] = -1
    return place
  }
}
