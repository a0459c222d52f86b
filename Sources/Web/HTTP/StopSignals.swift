#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for SIGINT or SIGTERM.
///
/// Made before any thread is started: the signals are blocked in the calling thread, and threads
/// inherit that. So no code ever runs inside a signal handler.
package struct StopSignals {
  private var set = sigset_t()

  package init() {
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Returns the signal's number when one has come.
  package func wait() -> Int32 {
    var set = set
    var signal: Int32 = 0
    while sigwait(&set, &signal) != 0 {}
    return signal
  }
}
