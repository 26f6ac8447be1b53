#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The few questions this module asks the operating system, over POSIX calls.
///
/// Foundation would answer them too, but would cost a third of the command's start-up time.
enum FileSystem {
  /// What a path leads to.
  enum Kind {
    case file, directory, other
  }

  /// What a path leads to, links followed.
  static func kind(of path: String) throws(FileProblem) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Whether a path itself is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a directory, sorted by their bytes, without `.` and `..`.
  static func names(in path: String) throws(FileProblem) -> [String] {
    guard let directory = opendir(path) else { throw problem(path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Opens a file for reading.
  static func open(_ path: String) throws(FileProblem) -> FileStream {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { throw problem(path) }
    return FileStream(descriptor: descriptor, path: path, closes: true)
  }

  /// The problem that the last failed call left behind.
  static func problem(_ path: String) -> FileProblem {
    let reason =
      switch errno {
      case ENOENT: "there is no such file or directory"
      case EACCES, EPERM: "this user may not read it"
      case ELOOP: "its symbolic links lead in a circle"
      case EISDIR: "it is a directory"
      case ENOTDIR: "part of the path is not a directory"
      case ENAMETOOLONG: "the path is too long"
      case EMFILE, ENFILE: "too many files are open"
      default: String(cString: strerror(errno))
      }
    return FileProblem(path: path, reason: reason)
  }
}

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

  /// Reads up to `count` bytes to the end of `buffer`; 0 at the end of the file.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(FileProblem) -> Int {
    while true {
      var result = 0
      let piece = [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        #if canImport(Darwin)
          result = Darwin.read(descriptor, bytes.baseAddress, count)
        #elseif canImport(Musl)
          result = Musl.read(descriptor, bytes.baseAddress, count)
        #else
          result = Glibc.read(descriptor, bytes.baseAddress, count)
        #endif
        filled = max(result, 0)
      }
      if result < 0, errno == EINTR { continue }
      if result < 0 { throw FileSystem.problem(path) }
      buffer += piece
      return result
    }
  }

  /// The whole file; a file over `limit` bytes is a problem.
  func readAll(limit: Int) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    try readAll(limit: limit, into: &bytes)
    return bytes
  }

  /// The rest of the file behind what was read of it; a file over `limit` bytes is a problem.
  func readAll(limit: Int, into bytes: inout [UInt8]) throws(FileProblem) {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      bytes.reserveCapacity(min(Int(status.st_size), limit) + 65_536)
    }
    while try read(65_536, into: &bytes) > 0 {
      if bytes.count > limit {
        throw FileProblem(path: path, reason: "it is larger than \(limit / 1_048_576) MiB")
      }
    }
  }
}
