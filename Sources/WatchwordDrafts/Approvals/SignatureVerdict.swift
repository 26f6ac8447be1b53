/// What became of the signature under an approval, where somebody asked for it to be verified.
public enum SignatureVerdict: Hashable, Sendable {
  /// It is that of the person named, over the keys as they stand.
  case valid
  /// There is none.
  case missing
  /// The key of the person named had ended by the day of the approval, or not begun.
  case expired
  /// It was made over other words, by another key, or it is no signature at all.
  case forged
  /// Nobody of the name given may sign.
  case unknownSigner
}
