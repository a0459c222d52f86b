/// Numbers byte strings from 0 in order of first appearance, and keeps them.
///
/// Owned by one worker; storage is raw because every token of every text passes through it.
final class ByteTable {
  private(set) var count = 0
  private(set) var byteCount = 0
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int

  private struct Entry {
    var hash: UInt64
    var start: Int
    var length: Int
  }

  init() {
    mask = 1023
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: -1, count: mask + 1)
    entryCapacity = 512
    entries = .allocate(capacity: entryCapacity)
    arenaCapacity = 4096
    arena = .allocate(capacity: arenaCapacity)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    arena.deallocate()
  }

  func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena + entries[number].start, count: entries[number].length)
  }

  /// The number of `bytes` under `hash`, which must be the same for the same bytes; negative if
  /// they are not there.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = Int(slots[place])
      if number < 0 { return -1 }
      if entries[number].hash == hash, equal(entries[number], bytes) { return number }
      place = (place + 1) & mask
    }
  }

  private func equal(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.length == bytes.count else { return false }
    let own = arena + entry.start
    for i in 0..<bytes.count where own[i] != bytes[i] { return false }
    return true
  }

  /// Adds bytes that are not there yet.
  func insert(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    if count == entryCapacity { growEntries() }
    if byteCount + bytes.count > arenaCapacity { growArena(by: bytes.count) }
    for i in 0..<bytes.count { arena[byteCount + i] = bytes[i] }
    entries[count] = Entry(hash: hash, start: byteCount, length: bytes.count)
    byteCount += bytes.count
    place(count)
    count += 1
    return count - 1
  }

  /// The number of `bytes`, added if need be.
  func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = StringID.hash(bytes)
    let found = find(bytes, hash: hash)
    return found >= 0 ? found : insert(bytes, hash: hash)
  }

  func removeAll() {
    count = 0
    byteCount = 0
    slots.initialize(repeating: -1, count: mask + 1)
  }

  private func place(_ number: Int) {
    var place = Int(truncatingIfNeeded: entries[number].hash) & mask
    while slots[place] >= 0 { place = (place + 1) & mask }
    slots[place] = Int32(number)
  }

  private func growEntries() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    entryCapacity *= 2
    slots.deallocate()
    mask = entryCapacity * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: -1, count: mask + 1)
    for number in 0..<count { place(number) }
  }

  private func growArena(by more: Int) {
    let capacity = max(arenaCapacity * 2, byteCount + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: arena, count: byteCount)
    arena.deallocate()
    arena = larger
    arenaCapacity = capacity
  }
}
