internal import WatchwordEngine
internal import WatchwordReports
public import WatchwordText
internal import WatchwordDrafts

/// Prints what the analysis sees in drafts, one line of JSON a post.
public struct InspectRun {
  /// Inspects drafts and returns the files that could not be read.
  ///
  /// - Parameters:
  ///   - paths: Files, directories, and `-` for standard input.
  ///   - standardInputPath: The path that standard input counts as.
  ///   - asOf: The day of posts that name none.
  ///   - sink: Takes output in pieces; returns false where nobody reads it any more.
  public static func run(
    paths: [String],
    standardInputPath: String,
    asOf: CivilDate,
    sink: ([UInt8]) -> Bool
  ) -> [FileProblem] {
    let inspector = Inspector()
    var report = InspectionReport()
    var output = Output()
    var finder = DraftFinder()
    for path in paths where path != "-" { finder.add(path) }
    var problems = finder.problems
    for path in (paths.contains("-") ? ["-"] : []) + finder.drafts {
      do throws(FileProblem) {
        let name = path == "-" ? standardInputPath : path
        let stream =
          path == "-"
          ? FileStream(descriptor: 0, path: name, closes: false) : try FileSystem.open(path)
        try DraftStream.read(stream, path: name) { reading, _, _ in
          for post in reading.posts {
            let seen = inspector.inspect(post, asOf: asOf)
            report.append(
              post: post.id,
              text: post.text,
              sentences: seen.analysis.sentences,
              entities: seen.entities,
              times: seen.times,
              lengths: seen.lengths,
              into: &output
            )
          }
          guard output.bytes.count > 1 << 16 else { return true }
          defer { output.removeAll() }
          return sink(output.bytes)
        }
      } catch {
        problems.append(error)
      }
    }
    _ = sink(output.bytes)
    return problems
  }
}
