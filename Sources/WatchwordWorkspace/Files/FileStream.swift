#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// An open file that is read from start to end, in pieces or whole.
final class FileStream {
  /// The descriptor.
  private let descriptor: Int32
  /// The path, for problems.
  private let path: String
  /// Whether the descriptor is closed with the stream.
  private let closes: Bool

  /// Makes a stream of an open descriptor.
  init(descriptor: Int32, path: String, closes: Bool) {
    self.descriptor = descriptor
    self.path = path
    self.closes = closes
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// The stream of standard input, named by a path.
  static func standardInput(as path: String) -> FileStream {
    FileStream(descriptor: 0, path: path, closes: false)
  }

  /// The bytes in the file when it was first asked about; 0 where it is no regular file.
  private(set) lazy var size: Int = {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }()

  /// Reads up to `count` bytes and returns them behind `start`; nothing more at the end of the file.
  ///
  /// - Parameter isUnwanted: Asked while nothing comes; once true, the file counts as ended.
  func read(
    _ count: Int,
    behind start: [UInt8] = [],
    until isUnwanted: () -> Bool = { false }
  ) throws(FileProblem) -> [UInt8] {
    if size == 0 {
      while !isUnwanted(), !hasMore(withinMilliseconds: 100) {}
      if isUnwanted() { return start }
    }
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: start.count + count) { buffer, filled in
      _ = buffer.initialize(from: start)
      result = read(into: UnsafeMutableBufferPointer(rebasing: buffer[start.count...]))
      filled = start.count + max(result, 0)
    }
    if result < 0 { throw FileSystem.problem(path) }
    return bytes
  }

  /// The whole file; a file over `limit` bytes is a problem.
  ///
  /// - Parameter start: What was read of it before.
  func readAll(limit: Int, behind start: [UInt8] = []) throws(FileProblem) -> [UInt8] {
    var bytes = start
    if size > bytes.count {
      guard size <= limit else { throw tooLarge(limit) }
      // A file that ends before the byte more that was asked for has ended.
      bytes = try read(size + 1 - bytes.count, behind: bytes)
      if bytes.count <= size { return bytes }
    }
    while true {
      guard bytes.count <= limit else { throw tooLarge(limit) }
      let piece = try read(65_536)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// Whether something or the end has come, for which the call waits a while.
  private func hasMore(withinMilliseconds time: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, time) != 0
  }

  /// Reads once into a buffer; the bytes read, or -1 where it failed.
  private func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    while true {
      #if canImport(Darwin)
        let result = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let result = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// The problem of a file over the limit.
  private func tooLarge(_ limit: Int) -> FileProblem {
    FileProblem(path: path, reason: "it is larger than \(limit / 1_048_576) MiB")
  }
}
