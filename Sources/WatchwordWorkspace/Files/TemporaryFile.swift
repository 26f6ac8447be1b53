#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file that only this user can read, for a program that wants one; it goes away with its owner.
final class TemporaryFile {
  /// Where it is.
  let path: String

  /// Makes a file with a text in it, where `TMPDIR` says or in `/tmp`.
  init(_ text: String) throws(FileProblem) {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folder = directory.isEmpty ? "/tmp" : directory
    var template = Array("\(folder)/watchword-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileSystem.problem(folder) }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    defer { close(descriptor) }
    try AtomicFile.write(Array(text.utf8), to: descriptor, path: path)
  }

  deinit {
    unlink(path)
  }
}
