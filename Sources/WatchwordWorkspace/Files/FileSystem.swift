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

  /// One name in a directory.
  struct Entry {
    /// The name.
    var name: String
    /// What it is, where the directory says so and it is no link.
    var knownKind: Kind?
    /// The first eight bytes of the name as one number, which most often tells the order of two.
    fileprivate let lead: UInt64

    /// Makes an entry.
    init(name: String, knownKind: Kind?) {
      self.name = name
      self.knownKind = knownKind
      var lead: UInt64 = 0
      var shift: UInt64 = 64
      for byte in name.utf8.prefix(8) {
        shift -= 8
        lead |= UInt64(byte) << shift
      }
      self.lead = lead
    }

    /// Whether the bytes of the name come before those of another.
    func precedes(_ other: Entry) -> Bool {
      if lead != other.lead { return lead < other.lead }
      return name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }

    /// What it leads to, links followed.
    func kind(at path: String) throws(FileProblem) -> Kind {
      if let knownKind { return knownKind }
      return try FileSystem.kind(of: path)
    }
  }

  /// What a directory holds, sorted by the bytes of the names, without `.` and `..`.
  static func entries(of path: String) throws(FileProblem) -> [Entry] {
    guard let directory = opendir(path) else { throw problem(path) }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        default: nil
        }
      entries.append(Entry(name: name, knownKind: kind))
    }
    return entries.sorted { $0.precedes($1) }
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
