import Testing

@testable import WatchwordWorkspace

@Suite("Files")
struct FileSystemTests {
  @Test("A directory's names come in the order of their bytes, whatever they begin with alike")
  func order() throws {
    let names = [
      "B", "a", "abcdefg", "abcdefgh", "abcdefgh!", "abcdefgha", "abcdefghb", "abcdefgé", "c", "é",
    ]
    let folder = try Folder()
    for name in names.shuffled() { try folder.write("", to: name) }
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == names)
  }
}
