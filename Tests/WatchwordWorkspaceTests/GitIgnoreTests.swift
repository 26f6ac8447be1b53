import Foundation
import Testing

@testable import WatchwordWorkspace

/// What git would ignore, compared with git itself.
@Suite struct GitIgnoreTests {
  /// A repository in a temporary directory, which goes away with it.
  private final class Repository {
    /// Its top, absolute and without links.
    let top: String

    init() throws {
      let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("watchword-ignore-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      top = FilePlace.directory(url.path)
      #expect(try git(["init", "--quiet"]).status == 0)
    }

    deinit { try? FileManager.default.removeItem(atPath: top) }

    /// Writes a file and the directories above it.
    func write(_ text: String, to path: String) throws {
      let url = URL(fileURLWithPath: top).appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
    }

    /// Asks git; settings of the user and the machine are left out.
    func git(_ arguments: [String], input: String = "") throws -> (status: Int32, output: String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: top)
      process.environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": top,
      ]
      let stem = URL(fileURLWithPath: top + ".streams-\(UUID().uuidString)")
      let (asked, answered) = (
        stem.appendingPathExtension("in"), stem.appendingPathExtension("out")
      )
      defer { for url in [asked, answered] { try? FileManager.default.removeItem(at: url) } }
      try Data(input.utf8).write(to: asked)
      try Data().write(to: answered)
      process.standardInput = try FileHandle(forReadingFrom: asked)
      process.standardOutput = try FileHandle(forWritingTo: answered)
      try process.run()
      process.waitUntilExit()
      return (
        process.terminationStatus, String(decoding: try Data(contentsOf: answered), as: UTF8.self)
      )
    }

    /// The paths among those given, from the top, that git ignores.
    func ignoredByGit(_ paths: [String]) throws -> Set<String> {
      let answer = try git(
        ["check-ignore", "--no-index", "-z", "--stdin"],
        input: paths.map { $0 + "\0" }.joined()
      )
      return Set(answer.output.split(separator: "\0").map(String.init))
    }

    /// The paths among those given, from the top, that are passed over when the top is walked.
    func ignoredHere(_ paths: [String]) -> Set<String> {
      var known: [String: GitIgnore] = ["": GitIgnore(directory: top)]
      return Set(
        paths.filter { path in
          var directory = ""
          for part in path.split(separator: "/") {
            let entry = directory.isEmpty ? String(part) : "\(directory)/\(part)"
            guard var ignored = known[directory] else { return true }
            let isDirectory = entry != path
            if ignored.ignores("\(top)/\(entry)", isDirectory: isDirectory) { return true }
            if isDirectory, known[entry] == nil {
              ignored.enter("\(top)/\(entry)")
              known[entry] = ignored
            }
            directory = entry
          }
          return false
        }
      )
    }
  }

  /// Numbers that are the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var value = state
      value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return value ^ (value >> 33)
    }
  }

  @Test(
    "Random patterns in nested files ignore what git ignores",
    arguments: [1, 2, 3] as [UInt64]
  )
  func likeGit(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let repository = try Repository()
    let names = ["a", "b", "ab", "a.md", "b.md", "c.txt", "a b", "[x]", "é.md", "#k", "!n", "A.md"]
    let pieces = [
      "a", "b", "ab", "*", "?", "**", "/", "/", "a.md", "*.md", "[ab]", "[!a]", "[^b]", "[a-c]",
      "\\*", "\\a", ".", "[[:alpha:]]", " ", "\\ ", "é", "#", "!", "[x]", "\\[x]", "[", "\\#k",
      "c.txt",
    ]
    var paths: [String] = []
    for number in 0..<60 {
      let top = "case-\(number)"
      for _ in 0..<14 {
        let depth = Int.random(in: 0...2, using: &dice)
        let folders = (0..<depth).map { _ in
          ["a", "b", "ab", "d"].randomElement(using: &dice) ?? ""
        }
        let path = ([top] + folders + [names.randomElement(using: &dice) ?? ""])
          .joined(separator: "/")
        var isDirectory: ObjCBool = false
        let parent = "\(repository.top)/\(path)"
        if FileManager.default.fileExists(atPath: parent, isDirectory: &isDirectory) { continue }
        guard (try? repository.write("x", to: path)) != nil else { continue }
        paths.append(path)
      }
      for folder in [top, "\(top)/a", "\(top)/b"] {
        guard folder == top || Bool.random(using: &dice) else { continue }
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: "\(repository.top)/\(folder)",
          isDirectory: &isDirectory
        )
        guard exists, isDirectory.boolValue else { continue }
        let lines = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
          let isNegated = Int.random(in: 0..<4, using: &dice) == 0
          return (isNegated ? "!" : "")
            + (0..<Int.random(in: 1...4, using: &dice)).map { _ in
              pieces.randomElement(using: &dice) ?? ""
            }.joined()
        }
        let end = ["\n", "\r\n", "  \n"].randomElement(using: &dice) ?? "\n"
        try repository.write(lines.joined(separator: end), to: "\(folder)/.gitignore")
      }
    }
    let wanted = try repository.ignoredByGit(paths)
    let found = repository.ignoredHere(paths)
    #expect(found.subtracting(wanted).sorted() == [])
    #expect(wanted.subtracting(found).sorted() == [])
    #expect(wanted.count > 50)
    #expect(wanted.count < paths.count)
  }

  @Test("info/exclude counts, files nearer win, and a repository inside starts anew")
  func excludeAndNesting() throws {
    let repository = try Repository()
    try repository.write("*.md\n!kept.md\n", to: ".git/info/exclude")
    try repository.write("!a.md\n", to: "drafts/.gitignore")
    try repository.write("gitdir: ../.git/modules/inner\n", to: "inner/.git")
    try repository.write("*.txt\n", to: ".git/modules/inner/info/exclude")
    for path in ["a.md", "kept.md", "drafts/a.md", "drafts/b.md", "inner/a.md", "inner/a.txt"] {
      try repository.write("x", to: path)
    }
    let paths = ["a.md", "kept.md", "drafts/a.md", "drafts/b.md", "inner/a.md", "inner/a.txt"]
    #expect(repository.ignoredHere(paths) == ["a.md", "drafts/b.md", "inner/a.txt"])
  }

  @Test("Outside a repository nothing is ignored")
  func outside() throws {
    let repository = try Repository()
    try FileManager.default.removeItem(atPath: "\(repository.top)/.git")
    try repository.write("*.md\n", to: ".gitignore")
    #expect(repository.ignoredHere(["a.md"]) == [])
  }
}
