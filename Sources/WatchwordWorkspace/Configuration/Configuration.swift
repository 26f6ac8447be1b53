internal import WatchwordRules

/// What a configuration and those it builds on say together.
struct Configuration: Sendable {
  /// One file of it.
  struct Layer: Sendable {
    /// What it says.
    var file: ConfigurationFile
    /// Its path as reports name it.
    var path: String
    /// Its own directory, which packs, the baseline and other configurations are named from.
    var home: String
    /// The directory that its globs count from.
    var base: String
    /// The globs of ``ConfigurationFile/paths``, in their order.
    var globs: [IgnorePattern]
  }

  /// The file that was found, as reports name it.
  let path: String
  /// The files, those that lose first: what the found one builds on, then itself.
  let layers: [Layer]
  /// What is passed over, those that lose first.
  private let exclusions: [(rules: IgnoreRules, path: String)]

  /// Makes a configuration of its files.
  init(path: String, layers: [Layer]) {
    self.path = path
    self.layers = layers
    exclusions = layers.filter { !$0.file.exclude.isEmpty }.map { layer in
      let patterns = layer.file.exclude.enumerated().map { index, glob in
        (IgnorePattern(glob.value.utf8), index)
      }
      return (IgnoreRules(directory: layer.base, patterns: patterns), layer.path)
    }
  }

  /// The entry of `exclude` because of which an entry of a directory is passed over; nil where none is.
  func exclusion(of path: String, isDirectory: Bool) -> (layer: Layer, glob: Located<String>)? {
    for (rules, file) in exclusions.reversed() {
      guard let verdict = rules.verdict(on: path, isDirectory: isDirectory) else { continue }
      guard verdict.isIgnored, let layer = layers.last(where: { $0.path == file }) else {
        return nil
      }
      return (layer, layer.file.exclude[verdict.line])
    }
    return nil
  }

  /// Which of the globs of all files, in order, name a draft or a directory above it.
  func matches(_ place: FilePlace) -> [Bool] {
    layers.flatMap { layer in layer.globs.map { Self.covers($0, place, from: layer.base) } }
  }

  /// What is said about a draft, those that lose first, each with the file that says it.
  ///
  /// What a file says of all drafts comes before what it says of paths.
  ///
  /// - Parameter matches: The globs that name the draft, as ``matches(_:)`` tells.
  func scopes(matching matches: [Bool]) -> [(layer: Layer, scope: ConfigurationScope)] {
    var matches = matches[...]
    return layers.flatMap { layer in
      let own = matches.prefix(layer.globs.count)
      matches = matches.dropFirst(layer.globs.count)
      let named = zip(layer.file.paths, own).filter(\.1).map { (layer, $0.0.scope) }
      return [(layer, layer.file.general)] + named
    }
  }

  /// Whether a glob names a draft or a directory above it.
  private static func covers(_ glob: IgnorePattern, _ place: FilePlace, from base: String) -> Bool {
    let path = place.path
    let start = base == "/" ? "/" : base + "/"
    guard path.utf8.starts(with: start.utf8) else { return false }
    let relative = Substring(path.utf8.dropFirst(start.utf8.count))
    if glob.matches(relative.utf8, isDirectory: false) { return true }
    return relative.utf8.indices.contains { index in
      relative.utf8[index] == UInt8(ascii: "/")
        && glob.matches(relative[..<index].utf8, isDirectory: true)
    }
  }
}
