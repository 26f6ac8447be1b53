#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Replaces what a file holds in one step: whoever reads it sees the old bytes or the new, never half.
///
/// The new bytes go into a file beside the old one, reach the disk, and take its name. The mode
/// stays; a link stays a link, and the file it leads to is replaced.
enum AtomicFile {
  /// Replaces the bytes of an existing file.
  ///
  /// - Parameters:
  ///   - path: The file, or a link to it.
  ///   - old: The bytes that were read; a file that holds others by now is left alone.
  ///   - new: The bytes it shall hold.
  static func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileProblem) {
    guard let resolved = realpath(path, nil) else { throw FileSystem.problem(path) }
    let target = String(cString: resolved)
    free(resolved)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileSystem.problem(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path: path, reason: "it is not a file that can be written")
    }
    // A rename would replace a read-only file without a word.
    guard status.st_mode & 0o222 != 0, access(target, W_OK) == 0 else {
      throw FileProblem(path: path, reason: "it is read-only, so nothing was written")
    }
    let (descriptor, temporary) = try makeTemporary(beside: target, for: path)
    var isOpen = true
    do throws(FileProblem) {
      try write(new, to: descriptor, path: path)
      // Only the superuser may give a file away; for all others it is theirs already.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
        throw failure(path)
      }
      isOpen = false
      guard close(descriptor) == 0 else { throw failure(path) }
      guard try FileSystem.open(target).readAll(limit: .max) == old else {
        throw FileProblem(path: path, reason: "it changed while it was edited; nothing was written")
      }
      guard rename(temporary, target) == 0 else { throw failure(path) }
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      throw error
    }
    syncDirectory(of: target)
  }

  /// Makes an empty file in the same directory, which only this user can read until it has its mode.
  private static func makeTemporary(
    beside target: String,
    for path: String
  ) throws(FileProblem) -> (descriptor: Int32, path: String) {
    var template = Array((directory(of: target) + "/.watchword-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path, "no file can be made beside it") }
    return (
      descriptor,
      template.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { String(cString: $0) } ?? ""
      }
    )
  }

  /// Writes all bytes.
  static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    path: String
  ) throws(FileProblem) {
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
      } else if errno != EINTR {
        throw failure(path)
      }
    }
  }

  /// Lets the new name reach the disk; a file system that cannot do so keeps its own order.
  private static func syncDirectory(of target: String) {
    guard let opened = opendir(directory(of: target)) else { return }
    _ = fsync(dirfd(opened))
    closedir(opened)
  }

  /// The directory of an absolute path.
  private static func directory(of target: String) -> String {
    let parts = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target[..<$0] } ?? "."
    return parts.isEmpty ? "/" : String(parts)
  }

  /// The problem that the last failed call left behind.
  private static func failure(
    _ path: String,
    _ what: String = "it could not be written"
  ) -> FileProblem {
    FileProblem(path: path, reason: "\(what): \(String(cString: strerror(errno)))")
  }
}
