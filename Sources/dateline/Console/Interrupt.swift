#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// Ctrl-C and a polite kill: the running command ends at the next whole input, so that what is
/// done is kept and the same command goes on later. A second signal ends the program at once.
enum Interrupt {
  /// Signals reach a process, not a value: the one piece of state that cannot be handed on.
  private static let count = Atomic<Int>(0)

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Watches SIGINT and SIGTERM from here on.
  static func watch() {
    signal(SIGINT, handle)
    signal(SIGTERM, handle)
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    if count.add(1, ordering: .relaxed).oldValue > 0 { _exit(128 + number) }
  }
}
