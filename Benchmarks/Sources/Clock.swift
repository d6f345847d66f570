#if canImport(Glibc)
  import Glibc
#endif

/// The processor time of this process.
enum Clock {
  /// Seconds of user and system time so far, of all threads.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
