import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

@testable import WatchwordWorkspace

/// The programs in the binary and those kept for later: that they are what compiling the packs gives.
@Suite struct ProgramStoreTests {
  /// The directory `rules` of the repository.
  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("rules").path

  /// The directories of the packs of the repository, as a user would name them.
  private static var directories: [String] { PackLibrary.builtInIDs.map { "\(rules)/\($0)" } }

  /// The bytes of a program's image.
  private static func image(_ program: Program) -> [UInt8] { program.withImage { Array($0) } }

  /// What a program finds in the examples of all rules.
  private static func findings(_ program: Program) -> [Diagnostic] {
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    let rules = PackSelection.load(PackLibrary.builtInIDs).rules.map(\.rule)
    return rules.flatMap { rule in
      (rule.badExamples + rule.goodExamples).flatMap { example in
        checker.check(
          DraftReader.read(SourceText(example.text), path: "post.txt", format: .plainText).posts,
          path: "post.txt"
        )
      }
    }
  }

  @Test("The binary holds every file of every pack as it stands in the repository")
  func files() throws {
    let built = PackLibrary.builtIns
    #expect(built.map(\.root) == PackLibrary.builtInIDs.map { "built-in/\($0)" })
    for (source, directory) in zip(built, Self.directories) {
      let files = try PackLibrary.source(directory: directory).files
      #expect(source.files.map(\.path) == files.map(\.path))
      for (one, other) in zip(source.files, files) {
        #expect(one.bytes == other.bytes, "\(source.root)/\(one.path)")
      }
    }
  }

  @Test("The programs in the binary are byte for byte what the packs compile to now")
  func images() throws {
    #expect(BuiltInPackData.programs.count == 2)
    for entry in BuiltInPackData.programs {
      let ids = "\(entry.packs)".split(separator: " ").map(String.init)
      let key = ProgramKey.ofBuiltIns(ids, stamp: "\(BuiltInPackData.stamp)")
      let (fresh, problems) = PackSelection.load(ids).compiled(key: key)
      #expect(problems.map(\.message) == [])
      let built = try #require(ProgramStore.builtIn(ids))
      #expect(Self.image(built) == Self.image(fresh), "\(entry.packs)")
      let kept = FlatMemory(count: Self.image(fresh).count) {
        $0.copyBytes(from: Self.image(fresh))
      }
      #expect(Program.checking(kept, key: key) != nil, "\(entry.packs)")
    }
    #expect("\(BuiltInPackData.programs[0].packs)" == PackLibrary.defaultIDs.joined(separator: " "))
    #expect("\(BuiltInPackData.programs[1].packs)" == PackLibrary.builtInIDs.joined(separator: " "))
  }

  @Test("The image of a program in the binary is used where it lies")
  func place() throws {
    let ids = PackLibrary.builtInIDs
    let programs = [
      try #require(ProgramStore.builtIn(ids)), try #require(ProgramStore.builtIn(ids)),
    ]
    let places = programs.map { $0.withImage { $0.baseAddress } }
    #expect(places[0] == places[1])
  }

  @Test("A program from the binary, from the cache and fresh from the compiler find the same")
  func findings() throws {
    let folder = try Folder()
    let cache = ProgramCache(directory: folder.path + "/cache")
    let expected = Self.findings(PackSelection.load(Self.directories).program.program)
    #expect(expected.count > 500)
    let built = try #require(ProgramStore.builtIn(PackLibrary.builtInIDs))
    #expect(Self.findings(built) == expected)
    for _ in ["compiled and kept", "taken from the cache"] {
      let program = try ProgramStore(cache: cache).program(of: Self.directories)
      #expect(Self.findings(program) == expected)
      #expect(folder.names(in: "cache").count == 1)
    }
  }
}
