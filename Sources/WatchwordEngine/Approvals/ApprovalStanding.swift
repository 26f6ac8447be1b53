internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// What the approval that a post or a thread records is worth.
struct ApprovalStanding {
  /// What keeps an approval from counting.
  enum Fault: Hashable {
    /// The text is another one now.
    case lapsed
    /// `approved-text` holds no digest.
    case unreadableDigest
    /// Its signature was asked for and is not good.
    case signature(SignatureVerdict)
  }

  /// The approval.
  let approval: Approval
  /// What keeps it from counting; nil where it counts.
  let fault: Fault?

  /// Compares an approval with the posts it is for; nil where none is recorded.
  ///
  /// - Parameters:
  ///   - posts: A post, or the parts of a thread.
  ///   - outside: Keys from outside the draft.
  init?(of posts: some BidirectionalCollection<Post>, outside: Context) {
    let key = Approval.Key.by.rawValue
    guard let first = posts.first, first.context.entries[key] != nil || outside.entries[key] != nil,
      let approval = Approval(in: first.context.filled(from: outside))
    else { return nil }
    self.approval = approval
    fault = Self.fault(of: approval, for: posts, signature: first.signature)
  }

  /// A context as rules may see it: without an approval that does not count.
  func counting(in context: Context) -> Context {
    guard fault != nil else { return context }
    var context = context
    for key in Approval.Key.allCases { context.entries[key.rawValue] = nil }
    return context
  }

  /// What keeps an approval from counting for these posts.
  private static func fault(
    of approval: Approval,
    for posts: some BidirectionalCollection<Post>,
    signature: SignatureVerdict?
  ) -> Fault? {
    if let signature, signature != .valid { return .signature(signature) }
    guard let written = approval.text else { return nil }
    guard let digest = TextDigest(written) else { return .unreadableDigest }
    return digest == TextDigest(of: posts) ? nil : .lapsed
  }

  /// What is to be said of the approval itself.
  func findings(in post: Post, path: String) -> [Diagnostic] {
    guard let fault else { return [] }
    return [
      Diagnostic(
        path: path,
        post: post.id,
        rule: RuleID(pack: "approval", name: fault.name),
        severity: fault == .lapsed ? .warning : .error,
        action: .ask,
        message: fault.message,
        why: fault.why,
        advice: fault.advice,
        range: post.context.entries[fault.key.rawValue]?.range
          ?? post.context.entries[Approval.Key.by.rawValue]?.range
          ?? post.map.fileRange(of: SourceRange(0, 0))
      )
    ]
  }
}

extension ApprovalStanding.Fault {
  /// The name of the finding, behind `approval/`.
  fileprivate var name: String {
    switch self {
    case .lapsed: "lapsed"
    case .unreadableDigest: "unreadable-digest"
    case .signature(.missing): "unsigned"
    case .signature(.expired): "expired-key"
    case .signature(.unknownSigner): "unknown-signer"
    case .signature(.forged), .signature(.valid): "forged-signature"
    }
  }

  /// The key it is about.
  fileprivate var key: Approval.Key {
    switch self {
    case .lapsed, .unreadableDigest: .text
    case .signature(.missing), .signature(.unknownSigner): .by
    case .signature: .signature
    }
  }

  /// What is wrong.
  fileprivate var message: String {
    switch self {
    case .lapsed: "the text has changed since it was approved, so the approval has lapsed"
    case .unreadableDigest: "this is not the digest of a text, so the approval does not count"
    case .signature(.missing): "this approval is not signed, so it does not count"
    case .signature(.expired): "the key that signed this was not valid on the day of approval"
    case .signature(.unknownSigner): "no key is known for this name, so the approval does not count"
    case .signature(.forged), .signature(.valid):
      "this signature does not fit the approval, which does not count"
    }
  }

  /// Why it matters.
  fileprivate var why: String {
    switch self {
    case .lapsed: "An approval is for the words that were read, and these are others."
    case .unreadableDigest: "Without it nobody can tell which text was approved."
    case .signature(.missing): "This run takes no approval without a signature."
    case .signature(.expired): "A key that has ended, or not begun, speaks for nobody."
    case .signature(.unknownSigner):
      "The list of allowed signers says whose key speaks for whom."
    case .signature(.forged), .signature(.valid):
      "Who, when, scope or text differ from what was signed, or another key signed them."
    }
  }

  /// The one thing to do.
  fileprivate var advice: String {
    switch self {
    case .lapsed:
      "Ask again and record it with `watchword approve`, or restore the approved words."
    case .unreadableDigest: "Record the approval again with `watchword approve`."
    case .signature(.missing): "Ask for it to be signed: `watchword approve --sign KEYFILE`."
    case .signature(.expired): "Ask for a signature with a key that is valid."
    case .signature(.unknownSigner): "Write the name as the list of allowed signers has it."
    case .signature(.forged), .signature(.valid):
      "Ask whoever is named to approve and sign the post as it stands."
    }
  }
}
