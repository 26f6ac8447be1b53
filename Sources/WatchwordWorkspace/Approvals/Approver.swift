internal import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordText

/// Records somebody's yes in drafts.
public enum Approver {
  /// What to record, and where.
  public struct Request: Sendable {
    /// The drafts, each a file.
    public var paths: [String]
    /// The post in them; nil where each holds one post or one thread.
    public var post: String?
    /// Who says yes.
    public var by: String
    /// The day they do.
    public var on: CivilDate
    /// What the yes is about, in the words of rule packs.
    public var scopes: [String]
    /// The key to sign with; nil for no signature.
    public var signingKey: String?
    /// What is known of the layouts of the drafts, by their paths.
    public var layouts: [String: ReadingOptions]

    /// Makes a request.
    public init(
      paths: [String],
      post: String?,
      by: String,
      on: CivilDate,
      scopes: [String],
      signingKey: String?,
      layouts: [String: ReadingOptions] = [:]
    ) {
      self.paths = paths
      self.post = post
      self.by = by
      self.on = on
      self.scopes = scopes
      self.signingKey = signingKey
      self.layouts = layouts
    }
  }

  /// What was recorded in one draft.
  public struct Recorded: Hashable, Sendable {
    /// The draft.
    public var path: String
    /// The id of the post or thread.
    public var post: String
    /// Whether the file changed; false where it says so already.
    public var isNew: Bool
  }

  /// Records the approval in every draft, or, where one of them cannot be edited, in none.
  ///
  /// - Throws: The first problem; drafts are written only when all edits are known.
  public static func record(_ request: Request) throws(FileProblem) -> [Recorded] {
    var recorded: [Recorded] = []
    var writes: [(path: String, old: [UInt8], new: [UInt8])] = []
    for (index, path) in request.paths.enumerated() where !request.paths[..<index].contains(path) {
      let draft = try EditableDraft(path, options: request.layouts[path] ?? ReadingOptions())
      let choice = try draft.choice(request.post)
      let posts = draft.reading.posts[choice.indices]
      guard posts.contains(where: { !$0.text.isEmpty }), let first = posts.first else {
        throw FileProblem(path: path, reason: "this post has no text to approve")
      }
      var approval = Approval(
        by: request.by,
        on: request.on.description,
        scopes: request.scopes,
        text: TextDigest(of: posts).description
      )
      // What stood before is read as a check would read it.
      let old = Approval(in: first.context)
      if let key = request.signingKey {
        approval.signature = try SignatureTool.sign(approval, key: key)
      } else if old?.signedText == approval.signedText {
        approval.signature = old?.signature
      }
      let edited = try draft.edited { editor throws(EditProblem) in
        try editor.setting(settings(of: approval), of: choice)
      }
      let isNew = edited != draft.bytes
      if isNew { writes.append((path, draft.bytes, edited)) }
      recorded.append(Recorded(path: path, post: first.thread ?? first.id, isNew: isNew))
    }
    for write in writes { try AtomicFile.replace(write.path, holding: write.old, with: write.new) }
    return recorded
  }

  /// The keys that hold an approval; one that it lacks is cleared.
  private static func settings(of approval: Approval) -> [KeySetting] {
    [
      KeySetting(Approval.Key.by.rawValue, approval.by),
      KeySetting(Approval.Key.on.rawValue, approval.on),
      KeySetting(Approval.Key.scope.rawValue, approval.scopes?.joined(separator: ", ")),
      KeySetting(Approval.Key.text.rawValue, approval.text),
      KeySetting(Approval.Key.signature.rawValue, approval.signature),
    ]
  }
}
