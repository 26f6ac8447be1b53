/// The keys a context may hold (`policy/sources.md`, section 0).
public enum ContextKey {
  /// Every key, in the order documentation lists them.
  public static let all: [String] = [
    "presence", "platform", "account", "account-disclaimer", "author-role", "author-grade", "lane",
    "market", "publish-at", "approved-by", "approved-on", "approved-scope", "approved-text",
    "approved-signature", "already-public", "kin-informed", "people-consent", "sources", "media",
    "commercial",
    "product-class", "audience-min-age", "counterpart", "replaces", "theatre", "minimise", "kind",
    "poll", "directive", "language", "campaign", "house-rules", "region", "embargo-until",
    "stats-release-at",
  ]
}
