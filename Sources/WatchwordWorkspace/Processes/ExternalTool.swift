#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Another program, run to its end with its arguments as they are: no shell reads them.
enum ExternalTool {
  /// What a run left behind.
  struct Outcome {
    /// The exit status; -1 where a signal ended the program.
    var status: Int32
    /// What it wrote to standard output.
    var output: [UInt8]
    /// What it wrote to standard error.
    var errors: [UInt8]
  }

  /// Why there was no outcome.
  enum Failure: Error {
    /// No such program is on the path.
    case missing
    /// It took longer than it may, or wrote more, and was ended.
    case stopped
    /// The operating system gave a reason of its own.
    case failed(String)
  }

  /// The variables that a program gets, so that its work depends on nothing else around it.
  private static let variables = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERM", "DISPLAY", "WAYLAND_DISPLAY",
    "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE",
    "SSH_SK_PROVIDER", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
  ]

  /// Runs a program that is found on the path.
  ///
  /// - Parameters:
  ///   - input: What it can read from standard input, at most 32 KiB: so much fits into a pipe.
  ///   - seconds: How long it may take.
  ///   - outputLimit: How many bytes it may write to each of its outputs.
  static func run(
    _ name: String,
    _ arguments: [String],
    input: [UInt8] = [],
    seconds: Int,
    outputLimit: Int = 1 << 20
  ) throws(Failure) -> Outcome {
    guard input.count <= 1 << 15 else { throw .failed("the input is too long") }
    var pipes = try Pipes()
    defer { pipes.closeAll() }
    let child = try spawn(name, arguments, pipes)
    pipes.closeChildEnds()
    pipes.send(input)
    let deadline = now() + Int64(seconds) * 1000
    var outputs: [[UInt8]] = [[], []]
    var isComplete = pipes.read(into: &outputs, until: deadline, limit: outputLimit)
    var status: Int32 = 0
    // Its outputs may be closed before it ends.
    while isComplete, waitpid(child, &status, WNOHANG) == 0 {
      if now() > deadline { isComplete = false }
      usleep(2000)
    }
    guard isComplete else {
      kill(child, SIGKILL)
      waitpid(child, &status, 0)
      throw .stopped
    }
    let hasExited = status & 0x7F == 0
    return Outcome(
      status: hasExited ? status >> 8 & 0xFF : -1,
      output: outputs[0],
      errors: outputs[1]
    )
  }

  /// Starts the program.
  private static func spawn(
    _ name: String,
    _ arguments: [String],
    _ pipes: borrowing Pipes
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in pipes.childEnds.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    // This process may ignore closed pipes; others expect to be ended by one.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([name] + arguments).map { strdup($0) }
    var environment = variables.compactMap { variable in
      getenv(variable).map { strdup("\(variable)=\(String(cString: $0))") }
    }
    environment.append(strdup("LC_ALL=C"))
    defer { for word in words + environment { free(word) } }
    words.append(nil)
    environment.append(nil)
    var child: pid_t = 0
    let fault = posix_spawnp(&child, name, &actions, &attributes, words, environment)
    guard fault == 0 else {
      throw fault == ENOENT || fault == EACCES
        ? .missing : .failed(String(cString: strerror(fault)))
    }
    return child
  }

  /// Milliseconds on a clock that nobody sets.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The three pipes between this process and a program.
  private struct Pipes {
    /// The ends of the program: its standard input, output and error; -1 once closed.
    private(set) var childEnds: [Int32] = []
    /// The ends of this process, in the same order; -1 once closed.
    private var ends: [Int32] = []

    /// Makes the pipes, of which the program inherits only what it is given.
    init() throws(Failure) {
      for number in 0..<3 {
        var pair: [Int32] = [-1, -1]
        guard pipe(&pair) == 0 else {
          let reason = String(cString: strerror(errno))
          closeAll()
          throw .failed(reason)
        }
        for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        childEnds.append(number == 0 ? pair[0] : pair[1])
        ends.append(number == 0 ? pair[1] : pair[0])
      }
    }

    /// Closes the ends that the program has now.
    mutating func closeChildEnds() {
      for index in childEnds.indices where childEnds[index] >= 0 {
        close(childEnds[index])
        childEnds[index] = -1
      }
    }

    /// Closes everything that is open.
    mutating func closeAll() {
      closeChildEnds()
      for index in ends.indices { closeEnd(index) }
    }

    /// Closes one end of this process.
    private mutating func closeEnd(_ index: Int) {
      guard ends[index] >= 0 else { return }
      close(ends[index])
      ends[index] = -1
    }

    /// Writes the input, which fits into the pipe, and ends it; a program that does not read it decides so.
    mutating func send(_ input: [UInt8]) {
      let old = signal(SIGPIPE, SIG_IGN)
      var start = 0
      while start < input.count {
        let count = input[start...].withUnsafeBytes { buffer in
          #if canImport(Darwin)
            Darwin.write(ends[0], buffer.baseAddress, buffer.count)
          #elseif canImport(Musl)
            Musl.write(ends[0], buffer.baseAddress, buffer.count)
          #else
            Glibc.write(ends[0], buffer.baseAddress, buffer.count)
          #endif
        }
        if count < 0, errno != EINTR { break }
        start += max(count, 0)
      }
      closeEnd(0)
      _ = signal(SIGPIPE, old)
    }

    /// Reads both outputs to their ends; false where time or room ran out first.
    mutating func read(
      into outputs: inout [[UInt8]],
      until deadline: Int64,
      limit: Int
    ) -> Bool {
      while ends[1] >= 0 || ends[2] >= 0 {
        let left = deadline - ExternalTool.now()
        guard left > 0 else { return false }
        var waiting = [1, 2].map { pollfd(fd: ends[$0], events: Int16(POLLIN), revents: 0) }
        guard poll(&waiting, 2, Int32(min(left, 60_000))) >= 0 || errno == EINTR else {
          return false
        }
        for (number, state) in waiting.enumerated() where state.fd >= 0 && state.revents != 0 {
          let stream = FileStream(descriptor: state.fd, path: "", closes: false)
          let piece = (try? stream.read(65_536)) ?? []
          outputs[number] += piece
          if piece.isEmpty { closeEnd(number + 1) }
          if outputs[number].count > limit { return false }
        }
      }
      return true
    }
  }
}
