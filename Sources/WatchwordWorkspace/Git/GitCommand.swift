/// Asks git, always in the same way: no pager, no locks, nothing that a repository's settings could start.
struct GitCommand {
  /// How long one question may take, in seconds.
  private static let patience = 120
  /// The most bytes one answer may have.
  private static let largestAnswer = 512 * 1_048_576

  /// The answer to a question.
  ///
  /// - Throws: A problem in words, where git is not there, cannot answer, or is not in a work tree.
  static func ask(_ arguments: [String], input: [UInt8] = []) throws(GitProblem) -> [UInt8] {
    let safe = [
      "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c",
      "core.quotePath=false",
    ]
    let outcome: ExternalTool.Outcome
    do throws(ExternalTool.Failure) {
      outcome = try ExternalTool.run(
        "git",
        safe + arguments,
        input: input,
        seconds: patience,
        outputLimit: largestAnswer
      )
    } catch {
      switch error {
      case .missing: throw GitProblem("git is not installed, or not on the PATH")
      case .stopped: throw GitProblem("git took too long to answer")
      case .failed(let reason): throw GitProblem("git could not be started: \(reason)")
      }
    }
    guard outcome.status == 0 else {
      let lines = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
      let said = lines.first { $0.hasPrefix("fatal: ") }?.dropFirst(7) ?? lines.first
      throw GitProblem(said.map { "git says: \($0)" } ?? "git ended with status \(outcome.status)")
    }
    return outcome.output
  }

  /// The contents of blobs by their object names; one that is missing has none.
  ///
  /// - Parameter folder: A directory of the repository.
  static func blobs(
    _ names: [String],
    in folder: String = "."
  ) throws(GitProblem) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    var start = 0
    // What is asked must fit into a pipe.
    while start < names.count {
      let end = min(start + 400, names.count)
      let question = names[start..<end].map { "\($0)\n" }.joined()
      let answer = try ask(["-C", folder, "cat-file", "--batch"], input: Array(question.utf8))
      read(answer, into: &result)
      start = end
    }
    return result
  }

  /// Reads the answer of `cat-file --batch`: for each object `NAME TYPE SIZE`, a line end, the bytes, a line end.
  private static func read(_ answer: [UInt8], into result: inout [String: [UInt8]]) {
    var position = 0
    while position < answer.count {
      let end = answer[position...].firstIndex(of: 0x0A) ?? answer.count
      let words = String(decoding: answer[position..<end], as: UTF8.self).split(separator: " ")
      position = end + 1
      guard words.count == 3, let size = Int(words[2]), position + size <= answer.count else {
        continue
      }
      if words[1] == "blob" { result[String(words[0])] = Array(answer[position..<position + size]) }
      position += size + 1
    }
  }
}

/// Why git could not tell what changed.
public struct GitProblem: Error, Hashable, Sendable {
  /// The reason, as a clause without a full stop.
  public var reason: String

  /// Makes a problem.
  init(_ reason: String) { self.reason = reason }
}
