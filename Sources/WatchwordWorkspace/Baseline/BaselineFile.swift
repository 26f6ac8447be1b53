/// Baselines in files.
public enum BaselineFile {
  /// The name used where nobody gives one; hidden, so that no walk takes it for a draft.
  public static let usualName = ".watchword-baseline"
  /// The largest file read, in bytes.
  private static let largest = 64 * 1_048_576

  /// Reads a baseline.
  public static func read(_ path: String) throws(FileProblem) -> Baseline {
    let bytes = try FileSystem.open(path).readAll(limit: largest)
    do throws(Baseline.Mistake) {
      return try Baseline(reading: bytes)
    } catch {
      throw FileProblem(path: "\(path):\(error.line)", reason: error.reason)
    }
  }

  /// Writes a baseline to a new file.
  public static func create(_ baseline: Baseline, at path: String) throws(FileProblem) {
    do throws(FileProblem) {
      try NewFile.create(path, holding: baseline.bytes)
    } catch {
      guard error.reason == "there is such a file already" else { throw error }
      throw FileProblem(
        path: path,
        reason: "there is a baseline already; --prune shortens it, --replace records anew"
      )
    }
  }

  /// Replaces the baseline in a file.
  public static func replace(_ path: String, with baseline: Baseline) throws(FileProblem) {
    let old = try FileSystem.open(path).readAll(limit: largest)
    try AtomicFile.replace(path, holding: old, with: baseline.bytes)
  }
}
