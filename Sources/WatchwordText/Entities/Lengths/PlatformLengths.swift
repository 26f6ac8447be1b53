/// A text's length as each platform counts it (`policy/platforms.md`, section 1.1).
public struct PlatformLengths: Hashable, Sendable {
  /// Weighted length on X.
  public let x: Int
  /// Extended grapheme clusters, for Bluesky.
  public let blueskyGraphemes: Int
  /// UTF-8 bytes, for Bluesky.
  public let blueskyBytes: Int
  /// Characters on Mastodon, addresses and servers shortened.
  public let mastodon: Int
  /// Characters on Threads, emoji by their bytes.
  public let threads: Int

  /// Counts a text whose social entities are known.
  public init(_ text: UnsafeBufferPointer<UInt8>, entities: [Entity]) {
    x = PlatformLength.x(text, entities: entities)
    blueskyGraphemes = PlatformLength.blueskyGraphemes(text)
    blueskyBytes = PlatformLength.blueskyBytes(text)
    mastodon = PlatformLength.mastodon(text, entities: entities)
    threads = PlatformLength.threads(text)
  }
}
