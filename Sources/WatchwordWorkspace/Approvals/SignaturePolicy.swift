internal import WatchwordDrafts

/// Whose signatures count under approvals.
public struct SignaturePolicy: Hashable, Sendable {
  /// The file with the allowed signers (ssh-keygen(1), section ALLOWED SIGNERS).
  let signers: String
  /// Whether an approval without a signature counts for nothing.
  let isRequired: Bool

  /// Makes a policy from a file that can be read.
  public init(signers: String, isRequired: Bool) throws(FileProblem) {
    guard try FileSystem.kind(of: signers) == .file else {
      throw FileProblem(path: signers, reason: "it is not a file with allowed signers")
    }
    _ = try FileSystem.open(signers)
    self.signers = signers
    self.isRequired = isRequired
  }

  /// Whether anything is to be verified in a post.
  func concerns(_ post: Post) -> Bool {
    Approval(in: post.context).map { isRequired || $0.signature != nil } ?? false
  }
}
