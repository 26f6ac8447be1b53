internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// Reads a configuration file and those it builds on, the farthest first.
struct ConfigurationChain {
  /// The most files that one configuration may be made of.
  private static let mostFiles = 100
  /// The largest file read, in bytes.
  private static let largest = 4 * 1_048_576

  /// The files read, those that lose first.
  private(set) var layers: [Configuration.Layer] = []
  /// The mistakes, the file that was found first.
  private(set) var problems: [Diagnostic] = []
  /// The texts of the files, by the paths that reports name.
  private(set) var texts: [String: SourceText] = [:]
  /// How many files were read.
  private var count = 0

  /// Reads the file at a place and what it builds on.
  mutating func add(_ place: FilePlace) {
    add(place, named: nil, base: place.directory, path: [])
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - mention: Where another file names it, and that file's path; nil for the one that was found.
  ///   - base: The directory that the globs of the naming file count from.
  ///   - path: The files that name each other down to this one.
  private mutating func add(
    _ place: FilePlace,
    named mention: (path: String, range: SourceRange)?,
    base: String,
    path: [String]
  ) {
    let written = FilePlace.written(place.path)
    let blame = mention ?? (written, nil)
    count += 1
    guard count <= Self.mostFiles else {
      if count == Self.mostFiles + 1 {
        report(
          "too-many-files",
          "this configuration is made of more than \(Self.mostFiles) files",
          at: blame
        )
      }
      return
    }
    let bytes: [UInt8]
    do throws(FileProblem) {
      switch try FileSystem.kind(of: place.path) {
      case .file: break
      case .directory: throw FileProblem(path: written, reason: "it is a directory")
      case .other: throw FileProblem(path: written, reason: "it is not a file")
      }
      bytes = try FileSystem.open(place.path).readAll(limit: Self.largest)
    } catch {
      report("unreadable-file", "`\(written)` cannot be read: \(error.reason)", at: blame)
      return
    }
    texts[written] = SourceText(bytes)
    let loading = ConfigurationLoader.load(bytes, path: written)
    problems += loading.problems
    // A `watchword.yml` speaks of its own directory, wherever it is named; any other file is a
    // base that speaks of the directory of whoever builds on it.
    let isBase = mention != nil && place.name != ConfigurationLibrary.fileName
    let layer = Configuration.Layer(
      file: loading.file,
      path: written,
      home: place.directory,
      base: isBase ? base : place.directory,
      globs: loading.file.paths.map { IgnorePattern($0.glob.value.utf8) }
    )
    checkGlobs(layer)
    for extended in loading.file.extends {
      let next = FilePlace(extended.value, from: place.directory)
      guard next.path != place.path, !path.contains(next.path) else {
        report(
          "extends-cycle",
          next.path == place.path
            ? "this file builds on itself"
            : "`\(extended.value)` builds on this file in turn",
          at: (written, extended.range)
        )
        continue
      }
      add(next, named: (written, extended.range), base: layer.base, path: path + [place.path])
    }
    layers.append(layer)
  }

  /// Reports globs that can match nothing.
  private mutating func checkGlobs(_ layer: Configuration.Layer) {
    for glob in layer.file.exclude where !IgnorePattern(glob.value.utf8).isWellFormed {
      reportMalformed(glob, in: layer)
    }
    for (glob, pattern) in zip(layer.file.paths.map(\.glob), layer.globs) {
      if !pattern.isWellFormed { reportMalformed(glob, in: layer) }
      if pattern.isNegated {
        report(
          "bad-glob",
          "a path cannot be negated",
          advice: "write what the path is; of several that match the last wins",
          at: (layer.path, glob.range)
        )
      }
    }
  }

  /// Reports a glob that is not well formed.
  private mutating func reportMalformed(_ glob: Located<String>, in layer: Configuration.Layer) {
    report(
      "bad-glob",
      "`\(glob.value)` is no glob, so it would match nothing",
      advice: "close every `[`, and write a backslash as `\\\\`",
      at: (layer.path, glob.range)
    )
  }

  /// Notes a mistake.
  private mutating func report(
    _ name: String,
    _ message: String,
    advice: String? = nil,
    at place: (path: String, range: SourceRange?)
  ) {
    problems.append(
      .inConfiguration(name, message, advice: advice, path: place.path, at: place.range)
    )
  }
}
