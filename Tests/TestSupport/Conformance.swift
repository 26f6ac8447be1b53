public import Foundation

/// Where the outside test data lies, and whether it is there.
public enum Conformance {
  /// The directory `conformance`: from `WATCHWORD_CONFORMANCE`, else `../shared/conformance` beside the package.
  public static let directory: URL? = {
    let environment = ProcessInfo.processInfo.environment["WATCHWORD_CONFORMANCE"]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url =
      environment.map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared/conformance")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// Whether the data is on this machine; suites that need it are enabled by this.
  public static var isAvailable: Bool { directory != nil }

  /// The names, without their endings, of the files with an ending in a folder under ``directory``, sorted.
  public static func names(in folder: String, ending: String) throws -> [String] {
    guard let directory else { throw CocoaError(.fileNoSuchFile) }
    return try FileManager.default
      .contentsOfDirectory(atPath: directory.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".\(ending)") }.map { String($0.dropLast(ending.count + 1)) }.sorted()
  }

  /// The bytes of a file under ``directory``.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let directory else { throw CocoaError(.fileNoSuchFile) }
    return try [UInt8](Data(contentsOf: directory.appendingPathComponent(path)))
  }
}
