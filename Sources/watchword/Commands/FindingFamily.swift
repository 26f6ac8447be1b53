/// Findings that come from no rule pack: about the form of a draft, a suppression, or a pack itself.
enum FindingFamily: String, CaseIterable {
  case draft, approval, suppression, engine, pack, config

  /// The family of a finding's name, such as `draft` of `draft/unknown-key`.
  init?(ofFinding name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let first = parts.first else { return nil }
    self.init(rawValue: String(first))
  }

  /// What the family is about, and what to do about its findings.
  var explanation: String {
    switch self {
    case .draft:
      """
      This is about the form of the draft, not about what it says: bytes that are not UTF-8, front
      matter or JSON that cannot be read, a key that is not known, a suppression without a reason.

      The finding's own line says what was not read, and its Do line how to put it right. A draft
      whose text could not be read at all was not checked, and the run ends with status 2.

      Keys and formats: watchword check --help
      """
    case .approval:
      """
      This is about a recorded yes: approved-by, approved-on, approved-scope and approved-text, which
      `watchword approve` writes. approved-text is a digest of the words that were approved, so the
      approval lapses when they change (approval/lapsed); ask again, or restore the words.

      A yes settles the findings of rules that ask for its scope, or all where it names none; one for
      another scope (approval/other-scope) or without a day (approval/undated) settles nothing. Where
      signatures are verified, one that is missing, forged, by an unknown name or by a key that was
      not valid on the day is an error.

      Which rules an approval settles: watchword explain RULE
      """
    case .suppression:
      """
      This is about a note in the draft that lets a finding go:

        <!-- watchword: allow rule-name because reason until 2027-01-31 -->

      It counts up to the day it names. After that the finding is back, and the note is reported
      (suppression/expired). A note that nothing needs any more is reported, too (suppression/unused),
      so that it cannot hide a later finding. Change or remove the note.
      """
    case .engine:
      """
      This is about a rule that could not do its work on a post, such as a pattern that needed more
      steps than it may take (engine/pattern-limit). The rest of the rules ran. Tell whoever keeps
      the rule pack; until then, read the post for what the rule is about: watchword explain RULE
      """
    case .config:
      """
      This is a mistake in a configuration, at the place the finding names. Nothing is checked until
      it is put right. The keys: docs/configuration.md. What applies to a draft:

        watchword check --show-config FILE
      """
    case .pack:
      """
      This is a mistake in a rule pack, at the place the finding names. Nothing is checked until it
      is put right. The rule language: docs/rule-language.md; to check a pack: watchword pack check
      """
    }
  }
}
