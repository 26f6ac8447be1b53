internal import WatchwordEngine
internal import WatchwordText

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A directory in which compiled programs are kept, each in a file named by its key.
///
/// Nothing here is ever an error: what cannot be read, or is not whole, is compiled again, and what
/// cannot be written is not kept. Only files that this user alone can write are read, since whoever
/// writes a program decides what is found.
public struct ProgramCache: Sendable {
  /// How files of programs end.
  private static let ending = ".image"
  /// How files end while they are written.
  private static let temporaryEnding = ".new"
  /// The most bytes of a program.
  private static let largestFile = 256 * 1_048_576

  /// The directory.
  let directory: String
  /// The most programs kept.
  private let mostFiles: Int

  /// Makes a cache in a directory, which need not be there.
  public init(directory: String, mostFiles: Int = 16) {
    self.directory = directory
    self.mostFiles = mostFiles
  }

  /// The cache where this user's programs keep such things, or where the environment says.
  ///
  /// `WATCHWORD_CACHE_DIR` names the directory itself; otherwise it is `watchword` in
  /// `XDG_CACHE_HOME` (XDG Base Directory Specification 0.8), or in the platform's own place.
  ///
  /// - Parameter variable: Looks up a variable of the environment.
  /// - Returns: nil where the environment names no absolute path.
  public static func standard(_ variable: (String) -> String?) -> ProgramCache? {
    func path(_ name: String) -> String? { variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    if let own = path("WATCHWORD_CACHE_DIR") { return ProgramCache(directory: own) }
    if let caches = path("XDG_CACHE_HOME") { return ProgramCache(directory: caches + "/watchword") }
    guard let home = path("HOME") else { return nil }
    #if canImport(Darwin)
      return ProgramCache(directory: home + "/Library/Caches/watchword")
    #else
      return ProgramCache(directory: home + "/.cache/watchword")
    #endif
  }

  /// The program of a key, if it is there, whole and sound.
  func program(_ key: ProgramKey) -> Program? {
    guard isTrusted(directory, kind: S_IFDIR) else { return nil }
    let path = self.path(key)
    guard let memory = Self.read(path), let program = Program.checking(memory, key: key) else {
      return nil
    }
    // What is used stays longest; whether the time can be set does not matter.
    _ = utimes(path, nil)
    return program
  }

  /// Keeps a program under its key, and removes the ones used longest ago beyond the most.
  func keep(_ program: Program, _ key: ProgramKey) {
    guard makeDirectory(), isTrusted(directory, kind: S_IFDIR) else { return }
    var template = Array("\(path(key)).XXXXXX\(Self.temporaryEnding)".utf8CString)
    let descriptor = mkstemps(&template, Int32(Self.temporaryEnding.utf8.count))
    guard descriptor >= 0 else { return }
    let temporary = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    let isWritten = program.withImage { Self.write($0, to: descriptor) }
    guard close(descriptor) == 0, isWritten, rename(temporary, path(key)) == 0 else {
      unlink(temporary)
      return
    }
    removeOldest(keeping: path(key))
  }

  /// The file of a key.
  private func path(_ key: ProgramKey) -> String {
    "\(directory)/\(key.hexadecimal)\(Self.ending)"
  }

  /// Makes the directory, for this user alone, and those above it.
  private func makeDirectory() -> Bool {
    var end = directory.utf8.startIndex
    while end != directory.utf8.endIndex {
      let next = directory.utf8[directory.utf8.index(after: end)...]
      end = next.firstIndex(of: UInt8(ascii: "/")) ?? directory.utf8.endIndex
      let isMade = mkdir(String(directory[..<end]), 0o700) == 0
      guard isMade || errno == EEXIST || errno == EISDIR || errno == EROFS else { return false }
    }
    return true
  }

  /// Whether a path itself, no link, is of a kind, belongs to this user, and nobody else can write it.
  private func isTrusted(_ path: String, kind: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && Self.isTrusted(status, kind: kind)
  }

  /// Whether something is of a kind, belongs to this user, and nobody else can write it.
  private static func isTrusted(_ status: stat, kind: mode_t) -> Bool {
    status.st_mode & S_IFMT == kind && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// All bytes of a trusted file, copied, so that nobody can change them under the program.
  private static func read(_ path: String) -> FlatMemory? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isTrusted(status, kind: S_IFREG),
      status.st_size > 0, status.st_size <= Self.largestFile
    else { return nil }
    var count = 0
    let memory = FlatMemory(count: Int(status.st_size), isZeroed: false) { block in
      while count < block.count {
        let piece = UnsafeMutableRawBufferPointer(rebasing: block[count...])
        let got = readSome(descriptor, piece)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return count == memory.bytes.count ? memory : nil
  }

  /// Reads up to the count of a buffer.
  private static func readSome(
    _ descriptor: Int32,
    _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Writes all bytes; returns whether that worked.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// Removes the programs used longest ago beyond the most, and what runs that were cut short left behind.
  private func removeOldest(keeping kept: String) {
    guard let entries = try? FileSystem.entries(of: directory) else { return }
    var files: [(path: String, age: (Int, Int))] = []
    var newest = 0
    for name in entries.map(\.name) {
      let path = "\(directory)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      newest = max(newest, time.tv_sec)
      if name.hasSuffix(Self.ending) || name.hasSuffix(Self.temporaryEnding) {
        files.append((path, (time.tv_sec, time.tv_nsec)))
      }
    }
    // A file that is being written is younger than an hour.
    for file in files where file.path.hasSuffix(Self.temporaryEnding) && file.age.0 + 3600 < newest
    {
      unlink(file.path)
    }
    let programs = files.filter { $0.path.hasSuffix(Self.ending) && $0.path != kept }
      .sorted { $0.age > $1.age }
    for file in programs.dropFirst(max(mostFiles - 1, 0)) { unlink(file.path) }
  }
}
