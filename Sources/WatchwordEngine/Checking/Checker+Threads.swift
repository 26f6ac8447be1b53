public import WatchwordDiagnostics
public import WatchwordDrafts
internal import WatchwordRules
public import WatchwordText

extension Checker {
  /// The findings in the posts of one draft: each post by itself, and every thread as a whole.
  ///
  /// A rule that looks `within: thread`, or that requires a text once and not in `every-part`, is
  /// asked about the thread; all others about its parts.
  ///
  /// - Parameter source: The draft or the slice of it that holds the posts, where facts are to be
  ///   gathered over drafts as well.
  public mutating func check(
    _ posts: [Post],
    path: String,
    in source: SourceText? = nil
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var index = 0
    while index < posts.count {
      let end = Self.endOfThread(posts, from: index)
      if end - index == 1 {
        findings += check(posts[index], path: path, in: source)
      } else {
        findings += checkThread(posts[index..<end], path: path, in: source)
      }
      index = end
    }
    return findings
  }

  /// The findings in the parts of a thread and in the thread as a whole.
  private mutating func checkThread(
    _ parts: ArraySlice<Post>,
    path: String,
    in source: SourceText?
  ) -> [Diagnostic] {
    // A thread is approved as a whole.
    let approval = ApprovalStanding(of: parts, outside: options.context)
    var looks: [PostLook] = []
    for part in parts {
      looks.append(look(at: part, path: path, in: source, approval: approval, isWhole: false))
    }
    let whole = Self.whole(parts)
    looks.append(look(at: whole.post, path: path, in: nil, approval: approval, isWhole: true))
    // The whole was analysed last, so its sentences are at hand.
    if mayYield {
      YieldPass(program, options, evaluator.analysis).apply(to: &looks, at: whole.starts + [0])
    }
    return Self.saidOnce(looks.flatMap { settle($0) }, of: parts)
  }

  /// Findings without those that say again what was said of keys and suppressions in common.
  ///
  /// A suppression is unused where no part that has it needs it.
  private static func saidOnce(_ findings: [Diagnostic], of parts: ArraySlice<Post>) -> [Diagnostic]
  {
    let unused = RuleID(pack: "suppression", name: "unused")
    var said: Set<Diagnostic> = []
    return findings.filter { finding in
      guard finding.rule.pack == "approval" || finding.rule.pack == "suppression" else {
        return true
      }
      if finding.rule == unused {
        let carriers = parts.count { $0.suppressions.contains { $0.range == finding.range } }
        // The thread as a whole carries each of them, too.
        let idle = findings.count { $0.rule == unused && $0.range == finding.range }
        guard idle == carriers + 1 else { return false }
      }
      var anywhere = finding
      anywhere.post = nil
      return said.insert(anywhere).inserted
    }
  }

  /// One past the last post of the thread that starts at `start`.
  static func endOfThread(_ posts: [Post], from start: Int) -> Int {
    guard let thread = posts[start].thread else { return start + 1 }
    return posts[start...].firstIndex { $0.thread != thread } ?? posts.count
  }

  /// A thread as one post: the texts of its parts, a blank line between them, each byte with its place;
  /// and the byte at which each part starts in it.
  static func whole(_ parts: ArraySlice<Post>) -> (post: Post, starts: [Int]) {
    var text: [UInt8] = []
    var starts: [Int] = []
    var map = SourceMap()
    var blockQuotes: [SourceRange] = []
    for part in parts {
      if !text.isEmpty, let last = map.pieces.last {
        text += [0x0A, 0x0A]
        map.append(
          count: 2,
          file: SourceRange(last.file.end, last.file.end),
          isVerbatim: false
        )
      }
      starts.append(text.count)
      blockQuotes += part.blockQuotes.map { $0.shifted(by: text.count) }
      for piece in part.map.pieces {
        map.append(count: piece.postCount, file: piece.file, isVerbatim: piece.isVerbatim)
      }
      text += part.text
    }
    let first = parts[parts.startIndex]
    // Those of front matter are the same in each part.
    var places: Set<SourceRange> = []
    let suppressions = parts.flatMap(\.suppressions).filter { places.insert($0.range).inserted }
    let post = Post(
      id: first.thread ?? first.id,
      text: text,
      context: first.context,
      map: map,
      blockQuotes: blockQuotes,
      suppressions: suppressions
    )
    return (post, starts)
  }
}
