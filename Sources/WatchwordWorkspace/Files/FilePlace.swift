#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Where a file lies, whatever way its path is written: relative, absolute, or through a linked directory.
///
/// A link to a file lies where the link is, as it does for git. The file need not exist.
struct FilePlace: Hashable, Sendable {
  /// The directory: absolute, without links, and without a slash at its end unless it is the root.
  let directory: String
  /// The name in the directory.
  let name: String

  /// The absolute path.
  var path: String { Self.join(directory, name) }

  /// Finds the place of a path, which counts from `start` where it is relative.
  init(_ path: String, from start: String = FileSystem.workingDirectory) {
    let absolute = path.utf8.first == UInt8(ascii: "/") ? path : "\(start)/\(path)"
    let parts = absolute.split(separator: "/").filter { $0 != "." }
    let name = parts.last ?? ""
    guard name != "..", !name.isEmpty else {
      let directory = Self.directory(parts[...])
      let last = directory.split(separator: "/").last ?? ""
      self.init(directory: Self.parent(of: directory) ?? "/", name: String(last))
      return
    }
    self.init(directory: Self.directory(parts.dropLast()), name: String(name))
  }

  /// Makes a place of its parts.
  init(directory: String, name: String) {
    self.directory = directory
    self.name = name
  }

  /// The directory that a path leads to, links followed, whether or not it exists.
  static func directory(_ path: String, from start: String = FileSystem.workingDirectory) -> String
  {
    let absolute = path.utf8.first == UInt8(ascii: "/") ? path : "\(start)/\(path)"
    return directory(absolute.split(separator: "/")[...])
  }

  /// The directory that the parts of an absolute path lead to: links are followed as far as it exists.
  private static func directory(_ parts: ArraySlice<Substring>) -> String {
    var known = parts
    while true {
      var path = known.isEmpty ? "/" : ""
      for part in known { path += "/" + String(part) }
      if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        if known.count == parts.count { return String(cString: resolved) }
        var result = String(cString: resolved).split(separator: "/")
        for part in parts[known.endIndex...] {
          if part == ".." {
            _ = result.popLast()
          } else if part != "." {
            result.append(part)
          }
        }
        return "/" + result.joined(separator: "/")
      }
      guard known.popLast() != nil else { return "/" }
    }
  }

  /// The directory above a directory; nil for the root.
  static func parent(of directory: String) -> String? {
    guard directory != "/", let slash = directory.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    return slash == directory.startIndex ? "/" : String(directory[..<slash])
  }

  /// A directory and a path in it as one path.
  static func join(_ directory: String, _ path: String) -> String {
    directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }

  /// An absolute path as a user would write it: from the working directory, unless they have nothing in common.
  static func written(
    _ path: String,
    from start: String = FileSystem.workingDirectory
  ) -> String {
    let here = start.split(separator: "/")
    let there = path.split(separator: "/")
    let shared = zip(here, there).prefix { $0 == $1 }.count
    guard shared > 0 || here.isEmpty else { return path }
    let parts = repeatElement("..", count: here.count - shared) + there[shared...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}

extension FileSystem {
  /// The directory that relative paths count from, absolute and without links; the root where it is gone.
  static var workingDirectory: String {
    guard let bytes = getcwd(nil, 0) else { return "/" }
    defer { free(bytes) }
    return String(cString: bytes)
  }

  /// Makes the directories that a path lies in, as far as they are missing.
  static func makeDirectories(above path: String) throws(FileProblem) {
    guard let parent = FilePlace.parent(of: FilePlace(path).path), !exists(parent) else { return }
    try makeDirectories(above: parent)
    guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
      throw FileProblem(
        path: parent,
        reason: "it could not be made: \(String(cString: strerror(errno)))"
      )
    }
  }

  /// Whether there is something of this name, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
