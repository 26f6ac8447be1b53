internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine

/// What a check does about approvals that needs other programs: signatures, and the words approved before.
///
/// Other programs are asked from one thread at a time, in the order of the drafts. A desk is one
/// thread's; it is a class because each copy of all it knows would cost a short run dearly.
final class ApprovalDesk {
  /// Whose signatures count; nil where they are not looked at.
  private let signatures: SignaturePolicy?
  /// The rules.
  private let program: Program
  /// The day and the context from outside.
  private let options: CheckOptions
  /// What is known of the layout of the drafts.
  private let reading: ReadingOptions
  /// Knows what was approved before; nil until an approval has lapsed.
  private var history: ApprovalHistory?

  /// Makes a desk for drafts with the same settings.
  init(
    _ signatures: SignaturePolicy?,
    program: Program,
    options: CheckOptions,
    reading: ReadingOptions
  ) {
    self.signatures = signatures
    self.program = program
    self.options = options
    self.reading = reading
  }

  /// Verifies the signatures under the approvals of posts, where the run asks for that.
  ///
  /// The parts of a thread have their approval in common.
  ///
  /// - Throws: A problem where signatures cannot be verified at all.
  func verify(
    _ posts: inout [Post],
    path: String,
    _ waitForTurn: () -> Void
  ) throws(FileProblem) {
    guard let policy = signatures, posts.contains(where: policy.concerns) else { return }
    waitForTurn()
    var known: [Approval: SignatureVerdict] = [:]
    for index in posts.indices {
      guard policy.concerns(posts[index]), let approval = Approval(in: posts[index].context) else {
        continue
      }
      if known[approval] == nil {
        known[approval] = try SignatureTool.verify(approval, signers: policy.signers, path: path)
      }
      posts[index].signature = known[approval]
    }
  }

  /// Says in findings on lapsed approvals what has changed, where git knows.
  func explain(
    _ findings: inout [Diagnostic],
    of posts: [Post],
    path: String,
    _ waitForTurn: () -> Void
  ) {
    guard findings.contains(where: { $0.rule == ApprovalHistory.lapsed }) else { return }
    waitForTurn()
    var known =
      history
      ?? ApprovalHistory(program: program, options: options, reading: reading)
    known.explain(&findings, of: posts, path: path)
    history = known
  }
}
