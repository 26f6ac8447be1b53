public import WatchwordDiagnostics

/// A file of a pack, read by somebody else.
public struct PackFile: Sendable {
  /// The path relative to the pack's directory, with `/` between its parts.
  public var path: String
  /// What the file holds.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What loading a pack gave.
public struct PackLoading: Sendable {
  /// The pack, without the parts that have mistakes; nil where `pack.yml` cannot be used.
  ///
  /// Nothing may be checked with it unless ``problems`` is empty.
  public var pack: RulePack?
  /// The mistakes, in the order of files and places.
  public var problems: [Diagnostic]

  /// Makes a loading.
  public init(pack: RulePack?, problems: [Diagnostic]) {
    self.pack = pack
    self.problems = problems
  }
}
