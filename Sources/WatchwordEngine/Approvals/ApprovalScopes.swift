internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordRules

/// Says where an approval would settle a finding if its scope, or its date, allowed it.
struct ApprovalScopes {
  /// The approval, if there is one that counts.
  private let approval: Approval?
  /// The post.
  private let post: Post
  /// The path of its draft.
  private let path: String
  /// What is said, once for each scope.
  private(set) var findings: [Diagnostic] = []
  /// The scopes that were asked for and are said to lack.
  private var said: Set<String> = []

  /// Begins with nothing said of a post's approval.
  init(_ standing: ApprovalStanding?, post: Post, path: String) {
    approval = standing.flatMap { $0.fault == nil ? $0.approval : nil }
    self.post = post
    self.path = path
  }

  /// Looks at the rules of findings that nothing settles.
  mutating func note(_ findings: [Diagnostic], of program: Program) {
    guard approval != nil else { return }
    var last: RuleID?
    for finding in findings where finding.settlement == nil && finding.rule != last {
      last = finding.rule
      if let rule = program.rules.first(where: { $0.isNamed(finding.rule) }) { note(rule) }
    }
  }

  /// Looks at a rule with a finding that nothing settles.
  private mutating func note(_ rule: CompiledRule) {
    guard let approval else { return }
    for scope in rule.approvalScopes {
      if !approval.covers(scope) {
        guard said.insert(scope).inserted else { continue }
        let given = (approval.scopes ?? []).joined(separator: ", ")
        say(
          "other-scope",
          .scope,
          "this approval is for \(given), and \(rule.id.name) needs one for \(scope)",
          "Ask whoever may approve \(scope), and name that scope, too."
        )
      } else if approval.on.isEmpty, said.insert("").inserted {
        say(
          "undated",
          .by,
          "this approval has no day, so it settles nothing",
          "Write the day as `approved-on: YYYY-MM-DD`."
        )
      }
    }
  }

  /// Adds a note at a key of the approval.
  private mutating func say(
    _ name: String,
    _ key: Approval.Key,
    _ message: String,
    _ advice: String
  ) {
    findings.append(
      Diagnostic(
        path: path,
        post: post.id,
        rule: RuleID(pack: "approval", name: name),
        severity: .note,
        action: .ask,
        message: message,
        advice: advice,
        range: post.context.entries[key.rawValue]?.range
          ?? post.context.entries[Approval.Key.by.rawValue]?.range
      )
    )
  }
}

extension CompiledRule {
  /// The scopes of the approvals that are among what settles.
  fileprivate var approvalScopes: [String] {
    var scopes: [String] = []
    var pending = Array(settledBy)
    while let settler = pending.popLast() {
      switch settler.kind {
      case 0: continue
      case 1: scopes.append(image.string(settler.text))
      default: pending += image.part(.settlers, settler.all, of: SettlerRecord.self)
      }
    }
    return scopes.reversed()
  }
}
