import Foundation
import Testing

/// A scratch repository that depends on no setting outside of it.
struct Repository {
  let folder: Folder

  /// Makes an empty repository.
  init() throws {
    folder = try Folder()
    try git("init -q -b main .")
  }

  /// Runs git commands, one a line, and expects them to work.
  func git(_ commands: String...) throws {
    for command in commands {
      let outcome = try shell("git \(command)")
      try #require(outcome.status == 0, "git \(command): \(outcome.errors)")
    }
  }

  /// Runs a line of shell with settings of git that depend on nothing outside.
  func shell(_ line: String, below: String = ".") throws -> BuiltCommand.Outcome {
    let settings = """
      unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
      export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
      export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
      """
    return try BuiltCommand.shell("\(settings)\ncd '\(below)' && \(line)", in: folder.url)
  }

  /// The paths of the findings of movement rules, and the status.
  func check(_ arguments: String, below: String = ".") throws -> (paths: [String], status: Int32) {
    let outcome = try shell(
      "\"$WATCHWORD\" check --format jsonl --as-of 2026-06-01 \(arguments)",
      below: below
    )
    let paths = try outcome.lines.compactMap { line -> String? in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard object?["rule"] as? String == "mod-online-engagement/unit-movement" else {
        return nil
      }
      let post = object?["post"] as? String
      return "\(object?["path"] as? String ?? "-") \(post ?? "-")"
    }
    return (paths, outcome.status)
  }
}
