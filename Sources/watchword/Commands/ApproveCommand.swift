internal import ArgumentParser
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordRules
internal import WatchwordText
internal import WatchwordWorkspace

/// `watchword approve`: record somebody's yes.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Record who said yes to a post, when, to what, and to which words.",
    discussion: """
      Writes approved-by, approved-on, approved-scope and approved-text into the draft: front \
      matter, columns of a table, or keys of JSON. Nothing else in the file changes. \
      approved-text is a digest of the words, so the approval lapses when they change, and the \
      next check says so.

        watchword approve drafts/a.md --by "unit media officer" --scope operations
        watchword approve calendar.csv --post june-4 --by "J. Example" --scope media --sign ~/.ssh/id

      Exit status: 0 recorded, 2 something could not be read or written; nothing is then lost.
      """
  )

  @Argument(help: ArgumentHelp("The drafts.", valueName: "file"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The post, by its id, or by its place as #1, #2 …, where a draft holds several.",
      valueName: "id"
    )
  )
  var post: String?

  @Option(help: ArgumentHelp("Who says yes.", valueName: "name"))
  var by: String

  @Option(
    help: ArgumentHelp(
      "What the yes is about, such as operations or media, or all; may be repeated.",
      valueName: "scope"
    )
  )
  var scope: [String]

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day of the yes; today without it.", valueName: "YYYY-MM-DD")
  )
  var on: String?

  @Option(
    name: .customLong("sign"),
    help: ArgumentHelp("Sign with this SSH key, through ssh-keygen.", valueName: "file")
  )
  var signingKey: String?

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "Rules")
  var packs: PackOptions

  /// Refuses what cannot be meant.
  func validate() throws {
    if let on, CivilDate(on)?.description != on {
      throw ValidationError("“\(on)” is not a day; write it as YYYY-MM-DD, such as 2026-11-22")
    }
    let no = ["", "no", "false", "none", "null", "~"]
    if no.contains(by.lowercased()) || by.contains(where: \.isNewline) || by != trimmed(by) {
      throw ValidationError("--by must name somebody, on one line and without spaces around it")
    }
    if scope.isEmpty {
      throw ValidationError("name what the approval is about with --scope, or --scope all")
    }
  }

  /// Records the approval.
  func run() throws {
    Process.ignoreClosedPipes()
    let request = Approver.Request(
      paths: paths,
      post: post,
      by: by,
      on: CivilDate(on ?? Process.today()) ?? CivilDate(dayNumber: 0),
      scopes: try knownScopes(),
      signingKey: signingKey,
      layouts: try layouts()
    )
    do throws(FileProblem) {
      for recorded in try Approver.record(request) {
        let what = "\(recorded.path): post \(recorded.post)"
        StandardOutput.write(
          recorded.isNew
            ? "\(what): recorded the approval of \(by)\(signingKey == nil ? "" : ", signed").\n"
            : "\(what): this approval is recorded already.\n"
        )
      }
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// How each draft is laid out.
  private func layouts() throws -> [String: ReadingOptions] {
    var question = packs.question(paths)
    question.flags.reading = layout.reading
    return try PlanFailure.guarding { [question] () throws(CheckPlan.Failure) in
      try CheckPlan.layouts(of: paths, question)
    }
  }

  /// The scopes named, each of which some rule must ask for.
  private func knownScopes() throws -> [String] {
    let words = scope.flatMap { word in
      word.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { $0.lowercased() }
    }
    let known = Set(try packs.rules(saysWhich: false).flatMap(\.rule.approvalScopes)).union(["all"])
      .sorted()
    for word in words where !known.contains(word) {
      let near = NearName.nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
      StandardError.write(
        "watchword: no rule asks for an approval of “\(word)”\(near)\n"
          + "  There are \(known.joined(separator: ", ")).\n"
      )
      throw ExitCode(2)
    }
    return words
  }

  /// A text without white space around it.
  private func trimmed(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }
}
