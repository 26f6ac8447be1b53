import Foundation
import Testing
import WatchwordDrafts
import WatchwordEngine
import WatchwordText

@testable import WatchwordWorkspace

/// The directory in which programs are kept: nothing in it is trusted, and nothing about it fails a run.
@Suite struct ProgramCacheTests {
  /// A pack of one rule that finds a word, and what its directory is called.
  private static func pack(_ word: String, in folder: Folder) throws -> String {
    try folder.write(
      """
      id: sample
      title: A sample
      edition: "1"
      publisher: Example Office
      source: { title: Sample guidance }

      """,
      to: "pack/pack.yml"
    )
    try folder.write(
      """
      sources:
        SMP: { title: Sample guidance }
      statements:
        SMP-01: { says: Say nothing., status: P, class: [LEX], rules: [word] }

      """,
      to: "pack/guidance.yml"
    )
    try folder.write(
      """
      title: A word
      topic: wording
      severity: error
      action: fix
      guidance: [SMP-01]
      flag: { words: [\(word)] }
      message: this names it
      why: Nobody should.
      do: Say something else.
      examples: { bad: [\(word)], good: [nothing] }

      """,
      to: "pack/word.yml"
    )
    return folder.path + "/pack"
  }

  /// How often a program finds anything in "alpha beta".
  private static func count(_ program: Program) -> Int {
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    let posts = DraftReader.read(SourceText("alpha beta"), path: "p.txt", format: .plainText).posts
    return checker.check(posts, path: "p.txt").count
  }

  /// A folder with a pack that finds alpha, and its program kept in `cache`; the name of its file.
  private static func kept() throws -> (
    folder: Folder, store: ProgramStore, pack: String, file: String
  ) {
    let folder = try Folder()
    let pack = try pack("alpha", in: folder)
    let store = ProgramStore(cache: ProgramCache(directory: folder.path + "/cache"))
    #expect(count(try store.program(of: [pack])) == 1)
    let names = folder.names(in: "cache")
    try #require(names.count == 1)
    return (folder, store, pack, "cache/\(names[0])")
  }

  @Test(
    "A pack that changes gets a program of its own, and the old one comes back with the old pack"
  )
  func changed() throws {
    let (folder, store, pack, _) = try Self.kept()
    _ = try Self.pack("gamma", in: folder)
    #expect(Self.count(try store.program(of: [pack])) == 0)
    #expect(folder.names(in: "cache").count == 2)
    _ = try Self.pack("alpha", in: folder)
    #expect(Self.count(try store.program(of: [pack])) == 1)
    #expect(folder.names(in: "cache").count == 2)
  }

  @Test("A pack with a mistake is reported every time, and not kept")
  func mistake() throws {
    let folder = try Folder()
    let pack = try Self.pack("alpha", in: folder)
    try folder.write("words: [", to: "pack/word.yml")
    let store = ProgramStore(cache: ProgramCache(directory: folder.path + "/cache"))
    for _ in 0..<2 {
      #expect(throws: ProgramStore.Failure.self) { try store.program(of: [pack]) }
    }
    #expect(folder.names(in: "cache") == [])
  }

  @Test("What is damaged, cut short, empty or something else is built again")
  func damaged() throws {
    let (folder, store, pack, file) = try Self.kept()
    let whole = try folder.bytes(file)
    var flipped = whole
    flipped[whole.count / 2] ^= 4
    let others: [[UInt8]] = [
      flipped, Array(whole.prefix(whole.count / 2)), [], Array("not an image".utf8), whole + [1],
      Array(repeating: 0, count: whole.count), Array(repeating: 255, count: whole.count),
    ]
    for other in others {
      try folder.write(other, to: file)
      #expect(Self.count(try store.program(of: [pack])) == 1)
      #expect(try folder.bytes(file) == whole)
    }
  }

  @Test("The program of another pack under this one's name is not used")
  func exchanged() throws {
    let (folder, store, pack, file) = try Self.kept()
    let whole = try folder.bytes(file)
    _ = try Self.pack("gamma", in: folder)
    _ = try store.program(of: [pack])
    let other = try #require(folder.names(in: "cache").first { "cache/\($0)" != file })
    try folder.write(try folder.bytes("cache/\(other)"), to: file)
    _ = try Self.pack("alpha", in: folder)
    #expect(Self.count(try store.program(of: [pack])) == 1)
    #expect(try folder.bytes(file) == whole)
  }

  @Test("What others can write, or a link leads to, is not read")
  func untrusted() throws {
    let (folder, _, pack, file) = try Self.kept()
    let directory = folder.path + "/cache"
    let path = "\(folder.path)/\(file)"
    let cache = ProgramCache(directory: directory)
    let request = PackRequest([pack])
    let key = ProgramKey([Array("\(BuiltInPackData.stamp)".utf8)] + request.keyParts)
    #expect(cache.program(key) != nil)
    #expect(chmod(path, 0o666) == 0)
    #expect(cache.program(key) == nil)
    #expect(chmod(path, 0o600) == 0)
    #expect(cache.program(key) != nil)
    #expect(chmod(directory, 0o777) == 0)
    #expect(cache.program(key) == nil)
    #expect(chmod(directory, 0o700) == 0)
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: path,
      withDestinationPath: folder.path + "/elsewhere"
    )
    #expect(cache.program(key) == nil)
  }

  @Test("A cache that cannot be made or written is no error")
  func unwritable() throws {
    let folder = try Folder()
    let pack = try Self.pack("alpha", in: folder)
    try folder.write("a file", to: "taken")
    for directory in ["/dev/null/cache", folder.path + "/taken", folder.path + "/taken/cache"] {
      let store = ProgramStore(cache: ProgramCache(directory: directory))
      #expect(Self.count(try store.program(of: [pack])) == 1, "\(directory)")
    }
    #expect(try folder.bytes("taken") == Array("a file".utf8))
  }

  @Test("No more programs are kept than asked for; the ones used last stay")
  func limit() throws {
    let folder = try Folder()
    let store = ProgramStore(cache: ProgramCache(directory: folder.path + "/cache", mostFiles: 3))
    var files: [String] = []
    for (index, word) in ["a", "b", "c", "d", "e"].enumerated() {
      _ = try store.program(of: [try Self.pack(word, in: folder)])
      let new = try #require(folder.names(in: "cache").first { !files.contains($0) })
      files.append(new)
      // Files are told apart by age, which a fast machine may not see.
      var times = [timeval](repeating: timeval(tv_sec: 1_000_000 + index, tv_usec: 0), count: 2)
      #expect(utimes("\(folder.path)/cache/\(new)", &times) == 0)
      if word == "c" {
        _ = try store.program(of: [try Self.pack("a", in: folder)])
        var newest = [timeval](repeating: timeval(tv_sec: 2_000_000, tv_usec: 0), count: 2)
        #expect(utimes("\(folder.path)/cache/\(files[0])", &newest) == 0)
      }
    }
    #expect(Set(folder.names(in: "cache")) == Set([files[0], files[3], files[4]]))
  }

  @Test("Runs at the same time do not get in each other's way")
  func concurrent() async throws {
    let folder = try Folder()
    let pack = try Self.pack("alpha", in: folder)
    let directory = folder.path + "/cache"
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<12 {
        group.addTask {
          let store = ProgramStore(cache: ProgramCache(directory: directory))
          return Self.count(try store.program(of: [pack]))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 1, count: 12))
    #expect(folder.names(in: "cache").count == 1)
  }

  @Test(
    "The directory is where the environment says, or where the platform keeps such things",
    arguments: [
      (["WATCHWORD_CACHE_DIR": "/w", "XDG_CACHE_HOME": "/x", "HOME": "/h"], "/w"),
      (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/watchword"),
      (["XDG_CACHE_HOME": "relative", "HOME": "/h"], nil),
      (["HOME": "relative"], "-"), ([:], "-"),
    ]
  )
  func place(variables: [String: String], expected: String?) {
    #if canImport(Darwin)
      let standard = "/h/Library/Caches/watchword"
    #else
      let standard = "/h/.cache/watchword"
    #endif
    let directory = ProgramCache.standard { variables[$0] }?.directory
    #expect(directory ?? "-" == expected ?? standard)
  }
}
