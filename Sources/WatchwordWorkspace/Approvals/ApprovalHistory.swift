internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordText

/// Finds the words that were approved among the versions of a draft that git holds.
struct ApprovalHistory {
  /// The rule of the findings that are explained.
  static let lapsed = RuleID(pack: "approval", name: "lapsed")
  /// How many versions of a draft are looked at.
  private static let depth = 50
  /// Checks earlier texts, so that what reports must not print of them is known.
  private var checker: Checker
  /// How drafts are read.
  private let reading: ReadingOptions

  /// Makes a history that masks by a program's rules.
  init(program: Program, options: CheckOptions, reading: ReadingOptions) {
    checker = Checker(program: program, options: options)
    self.reading = reading
  }

  /// Says in the findings of a draft on lapsed approvals what has changed, where git knows.
  mutating func explain(_ findings: inout [Diagnostic], of posts: [Post], path: String) {
    let places = findings.indices.filter { findings[$0].rule == Self.lapsed }
    guard !places.isEmpty, let versions = Self.versions(of: path) else { return }
    for place in places {
      guard let first = posts.first(where: { $0.id == findings[place].post }),
        let approval = Approval(in: first.context),
        let digest = approval.text.flatMap({ TextDigest($0) })
      else { continue }
      let now = posts.filter {
        $0.id == first.id || first.thread != nil && $0.thread == first.thread
      }
      guard let then = approved(digest, in: versions, path: path) else { continue }
      let difference = WordDifference(
        from: Self.words(of: then, checker.check(then, path: path)),
        to: Self.words(of: now, findings)
      )
      let change = difference.sentence ?? "much of the text is new"
      findings[place].why =
        "Since the approval\(approval.on.isEmpty ? "" : " of \(approval.on)"), \(change)."
    }
  }

  /// The contents of the last versions of a draft, the newest first; nil where git knows none.
  private static func versions(of path: String) -> [[UInt8]]? {
    // A relative path is asked about from here, as a hook's variables for git expect.
    let cut = path.hasPrefix("/") ? path.utf8.lastIndex(of: UInt8(ascii: "/")) : nil
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = cut.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    do throws(GitProblem) {
      let log = try GitCommand.ask([
        "-C", folder, "--literal-pathspecs", "-c", "log.showSignature=false", "log", "-n",
        "\(depth)", "--format=", "--raw", "-z", "--no-abbrev", "--follow", "--no-ext-diff",
        "--no-textconv", "--no-color", "--", name,
      ])
      var names: [String] = []
      for name in GitChange.read(log).flatMap({ [$0.current, $0.earlier] }).compactMap({ $0 })
      where !names.contains(name) {
        names.append(name)
      }
      let blobs = try GitCommand.blobs(names, in: folder)
      return names.compactMap { blobs[$0] }
    } catch {
      // What changed is a help; that it changed is known without it.
      return nil
    }
  }

  /// The posts that a digest is of, in the newest version that has them.
  private func approved(_ digest: TextDigest, in versions: [[UInt8]], path: String) -> [Post]? {
    for bytes in versions {
      guard let posts = try? ReadDraft(bytes, path: path, options: reading).reading.posts
      else { continue }
      var index = 0
      while index < posts.count {
        let thread = posts[index].thread
        let end =
          thread == nil
          ? index + 1 : posts[index...].firstIndex { $0.thread != thread } ?? posts.count
        let group = posts[index..<end]
        // Most posts of a calendar are others.
        if posts[index].context["approved-text"] != nil || posts.count == group.count,
          TextDigest(of: group) == digest
        {
          return Array(group)
        }
        index = end
      }
    }
    return nil
  }

  /// The words of posts, those marked that reports must not print.
  private static func words(of posts: [Post], _ findings: [Diagnostic]) -> [WordDifference.Word] {
    posts.flatMap { post -> [WordDifference.Word] in
      let masks = findings.filter { $0.isMasked && $0.post == post.id }.flatMap { finding in
        ([finding.postRange] + finding.labels.map(\.postRange)).compactMap { $0 }
      }
      return post.text.split { $0 <= 0x20 }.map { word in
        WordDifference.Word(
          text: String(decoding: word, as: UTF8.self),
          isMasked: masks.contains { $0.start < word.endIndex && word.startIndex < $0.end }
        )
      }
    }
  }
}
