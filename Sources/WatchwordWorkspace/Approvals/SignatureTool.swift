internal import WatchwordDrafts
internal import WatchwordText

/// Signs approvals and verifies their signatures with `ssh-keygen -Y` (OpenSSH 8.2 or later).
enum SignatureTool {
  /// What the signatures are for; a signature for anything else does not count.
  static let namespace = "watchword-approval"
  /// How long one call may take, in seconds: a person may have to enter a passphrase.
  private static let patience = 120
  /// The longest name and signature that are looked at, in bytes; real ones are far shorter.
  private static let longest = 16_384

  /// The signature under an approval, on one line.
  ///
  /// - Parameter key: The file of the private key, or of a public one whose private key an agent holds.
  static func sign(_ approval: Approval, key: String) throws(FileProblem) -> String {
    _ = try FileSystem.open(key)
    let outcome = try run(
      ["-q", "-Y", "sign", "-n", namespace, "-f", key],
      input: approval.signedText,
      about: key
    )
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    guard outcome.status == 0, lines.count > 2, lines.first?.hasPrefix("-----BEGIN") == true else {
      throw FileProblem(path: key, reason: "ssh-keygen could not sign with it\(reason(outcome))")
    }
    return lines.dropFirst().dropLast().joined()
  }

  /// What becomes of the signature under an approval.
  ///
  /// - Parameters:
  ///   - signers: The file with the allowed signers (ssh-keygen(1), section ALLOWED SIGNERS).
  ///   - path: The draft, for problems.
  static func verify(
    _ approval: Approval,
    signers: String,
    path: String
  ) throws(FileProblem) -> SignatureVerdict {
    guard let signature = approval.signature else { return .missing }
    let name = approval.by
    guard name.utf8.count < 1024, signature.utf8.count < longest,
      approval.signedText.utf8.count < longest,
      !(name + signature).unicodeScalars.contains(where: { $0.value < 0x20 })
    else { return .forged }
    let file = try TemporaryFile(
      "-----BEGIN SSH SIGNATURE-----\n\(signature)\n-----END SSH SIGNATURE-----\n"
    )
    var arguments = [
      "-Y", "verify", "-f", signers, "-I", name, "-n", namespace, "-s", file.path,
    ]
    // A key counts if it was valid on the day of the approval, whatever became of it since.
    if let day = CivilDate(approval.on) {
      arguments.append("-Overify-time=\(day.description.filter { $0 != "-" })1200")
    }
    let outcome = try run(arguments, input: approval.signedText, about: path)
    if outcome.status == 0 { return .valid }
    let said = String(decoding: outcome.errors, as: UTF8.self)
    if said.contains("has expired") || said.contains("not yet valid") { return .expired }
    let match = try run(
      ["-Y", "match-principals", "-f", signers, "-I", name],
      input: "",
      about: path
    )
    // Versions before 9.0 do not know the question; a name that is not listed then counts as forged.
    let isUnknown =
      match.status != 0 && !String(decoding: match.errors, as: UTF8.self).contains("nsupported")
    return isUnknown ? .unknownSigner : .forged
  }

  /// Runs ssh-keygen.
  private static func run(
    _ arguments: [String],
    input: String,
    about path: String
  ) throws(FileProblem) -> ExternalTool.Outcome {
    do throws(ExternalTool.Failure) {
      return try ExternalTool.run(
        "ssh-keygen",
        arguments,
        input: Array(input.utf8),
        seconds: patience
      )
    } catch {
      switch error {
      case .missing:
        throw FileProblem(
          path: path,
          reason: "signatures need ssh-keygen, which is not installed or not on the PATH"
        )
      case .stopped: throw FileProblem(path: path, reason: "ssh-keygen took too long")
      case .failed(let reason):
        throw FileProblem(path: path, reason: "ssh-keygen could not be started: \(reason)")
      }
    }
  }

  /// What ssh-keygen said last, for a message.
  private static func reason(_ outcome: ExternalTool.Outcome) -> String {
    let lines = String(decoding: outcome.errors, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
    return lines.last.map { ": \($0)" } ?? ""
  }
}
