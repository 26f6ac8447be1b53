#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Writing to standard output.
enum StandardOutput {
  /// Writes bytes; false where nobody reads them any more.
  static func write(_ bytes: [UInt8]) -> Bool {
    Descriptor.write(bytes, to: 1)
  }

  /// Writes a plain text, in which nothing can steer a terminal.
  static func write(_ text: String) {
    _ = write(Array(PrintableText.of(text).utf8))
  }

  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }
}

/// Writing to standard error.
enum StandardError {
  /// Writes a plain text, in which nothing can steer a terminal.
  static func write(_ text: String) {
    _ = Descriptor.write(Array(PrintableText.of(text).utf8), to: 2)
  }

  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }
}

/// Writing to a descriptor.
private enum Descriptor {
  /// Writes all bytes; false where the reader is gone.
  ///
  /// A full disk or another failure of the output ends the command with status 2: a report that
  /// was cut short must not pass for a whole one.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count >= 0 {
        start += count
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR && errno != EAGAIN {
        if descriptor == 1 {
          StandardError.write(
            "watchword: cannot write the report: \(String(cString: strerror(errno)))\n"
          )
        }
        Process.exit(2)
      }
    }
    return true
  }
}

/// The process and its surroundings.
enum Process {
  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }

  /// The value of an environment variable; nil where it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Lets a closed pipe be an error of `write` instead of a signal.
  static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// The time by a clock that only rises, in nanoseconds.
  @Sendable static func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Today by the clock and zone of this machine, as `YYYY-MM-DD`.
  static func today() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let month = parts.tm_mon + 1
    return "\(parts.tm_year + 1900)-\(month < 10 ? "0" : "")\(month)-"
      + "\(parts.tm_mday < 10 ? "0" : "")\(parts.tm_mday)"
  }
}
