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

  /// The bytes of a file under ``directory``.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let directory else { throw CocoaError(.fileNoSuchFile) }
    return try [UInt8](Data(contentsOf: directory.appendingPathComponent(path)))
  }
}
