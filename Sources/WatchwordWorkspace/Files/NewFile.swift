#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Writes a file that is not there yet in one step: it appears whole or not at all.
enum NewFile {
  /// Creates a file with these bytes.
  ///
  /// - Parameter isProgram: Whether it can be run.
  /// - Throws: A problem where a file of the name exists or the directory cannot be written.
  static func create(_ path: String, holding bytes: [UInt8], isProgram: Bool = false)
    throws(FileProblem)
  {
    let temporary = "\(path).\(getpid()).new"
    let mode: mode_t = isProgram ? 0o755 : 0o644
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    #if canImport(Darwin)
      let descriptor = Darwin.open(temporary, flags, mode)
    #elseif canImport(Musl)
      let descriptor = Musl.open(temporary, flags, mode)
    #else
      let descriptor = Glibc.open(temporary, flags, mode)
    #endif
    guard descriptor >= 0 else { throw problem(path) }
    defer { unlink(temporary) }
    do throws(FileProblem) {
      try AtomicFile.write(bytes, to: descriptor, path: path)
    } catch {
      close(descriptor)
      throw error
    }
    let isSafe = fsync(descriptor) == 0
    close(descriptor)
    guard isSafe, link(temporary, path) == 0 else { throw problem(path) }
  }

  /// The problem that the last failed call left behind, in words about writing.
  private static func problem(_ path: String) -> FileProblem {
    switch errno {
    case EEXIST: FileProblem(path: path, reason: "there is such a file already")
    case EACCES, EPERM, EROFS: FileProblem(path: path, reason: "this user may not write it")
    case ENOENT: FileProblem(path: path, reason: "there is no such directory")
    default: FileSystem.problem(path)
    }
  }
}
