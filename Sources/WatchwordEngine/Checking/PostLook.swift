internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// What the rules found in a post, before rules yield to others and decisions in the draft count.
struct PostLook {
  /// The post.
  var post: Post
  /// The path of its draft.
  var path: String
  /// The day it goes out.
  var today: CivilDate
  /// What its approval is worth; nil where none is recorded.
  var approval: ApprovalStanding?
  /// Whether it gave facts to rules that look across drafts.
  var givesFacts: Bool
  /// The findings, in the order of rules.
  var findings: [Diagnostic]
}
