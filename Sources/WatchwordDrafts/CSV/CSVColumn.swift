import WatchwordRules

/// What a column of a calendar says about its posts.
enum CSVColumn: Hashable, Sendable {
  /// The words of the post.
  case text
  /// The post's id.
  case id
  /// The day, with or without a time.
  case date(CSVDateOrder)
  /// The time, which may have the day before it.
  case time
  /// One number of a date.
  case year, month, day
  /// One number of a time.
  case hour, minute
  /// Names of platforms.
  case platforms
  /// One platform, which a row ticks.
  case tick(String)
  /// Whose channel it is.
  case account
  /// Addresses of images and videos; the number in the name counts from 1.
  case media(Int?)
  /// Descriptions of them.
  case alt(Int?)
  /// The word `photo` where the next column is an image.
  case mediaKind
  /// An address that is an image where ``mediaKind`` says so.
  case mediaOrLink
  /// A key of the context.
  case context(String)
  /// Suppressions for the post.
  case suppression
  /// Nothing that is checked.
  case ignored

  /// The meaning of a header, in any spelling; ``ignored`` for one that is not known.
  ///
  /// What stands in brackets or behind a hyphen explains a header and does not name it.
  init(header: String) {
    let name = Self.folded(header)
    let base = name.name
    if let column = Self.aliases[base] {
      switch column {
      case .media: self = .media(name.number)
      case .alt: self = .alt(name.number)
      default: self = name.number == nil ? column : .ignored
      }
      return
    }
    guard name.number == nil else {
      self = .ignored
      return
    }
    if let platform = Self.networks[base] {
      self = .tick(platform)
    } else if let key = Self.keys[base] {
      self = .context(key)
    } else {
      self = .ignored
    }
  }

  /// The small letters of a header without its explanation, and the number at its end.
  static func folded(_ header: String) -> (name: String, number: Int?) {
    var letters: [UInt8] = []
    var last: UInt8 = 0
    for byte in header.utf8 {
      // `image URL (s)` and `Date - …` end here; `URL(s)` goes on.
      let isBlank = last == 0x20
      if isBlank, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "-") || byte == 0xE2 { break }
      last = byte
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isLetter {
        letters.append(byte | 0x20)
      } else if isDigit || byte >= 0x80 {
        letters.append(byte)
      }
    }
    let digits = letters.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0, digits < 3, digits < letters.count else {
      return (String(decoding: letters, as: UTF8.self), nil)
    }
    return (
      String(decoding: letters.dropLast(digits), as: UTF8.self),
      letters.suffix(digits).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    )
  }

  /// A header that may be meant for one that has a meaning, as advice; nil where none is near.
  static func near(_ header: String) -> String? {
    let text = folded(header).name
    if NearName.nearest(to: text, among: textNames) != nil { return "text" }
    // A key with more behind it, such as `platformIds`, is a name of its own.
    return NearName.nearest(to: text, among: ContextKey.all.map { folded($0).name })
      .flatMap { text.hasPrefix($0) ? nil : keys[$0] }
  }

  /// The headers of the column with the words of the post.
  static let textNames = [
    "text", "message", "messagetext", "caption", "content", "post", "posttext", "postcontent",
    "postcopy", "copy", "body", "tweet", "statustext", "socialcopy",
  ]

  /// The keys of the context by their letters alone.
  private static let keys = Dictionary(
    ContextKey.all.map { (folded($0).name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Headers that name one platform.
  private static let networks = [
    "facebook": "facebook", "twitterx": "x", "twitter": "x", "x": "x", "xtwitter": "x",
    "linkedin": "linkedin", "gbp": "gbp", "instagram": "instagram", "pinterest": "pinterest",
    "tiktok": "tiktok", "youtube": "youtube", "threads": "threads", "bluesky": "bluesky",
    "mastodon": "mastodon",
  ]

  /// The headers that scheduling products and calendars use, as letters alone.
  private static let aliases: [String: CSVColumn] = {
    var table: [String: CSVColumn] = [:]
    /// Gives several headers one meaning.
    func add(_ names: [String], _ column: CSVColumn) {
      for name in names { table[name] = column }
    }
    add(textNames, .text)
    add(["id", "postid", "rowid", "ref", "reference"], .id)
    add(
      [
        "date", "postdate", "publishdate", "publishat", "publishon", "publishtime", "postingtime",
        "postingdate", "scheduledat", "scheduleat", "scheduledtime", "scheduletime",
        "scheduleddate", "scheduledate", "scheduledfor", "scheduled", "datetime", "dateandtime",
        "datetimeutc", "timestamp",
      ],
      .date(.open)
    )
    // Its makers write the month first where they do not begin with the year.
    add(["postatspecifictime"], .date(.monthFirst))
    // A 24-hour time ends in `24hr`, which is part of the name.
    add(["time", "time24hr", "posttime"], .time)
    add(
      [
        "platform", "platforms", "network", "networks", "socialnetwork", "socialnetworks",
        "channel", "channels", "service",
      ],
      .platforms
    )
    add(
      [
        "account", "accounts", "accountid", "profile", "profiles", "socialprofile", "handle",
        "page",
      ],
      .account
    )
    add(
      [
        "media", "mediaurl", "mediaurls", "image", "images", "imageurl", "imageurls", "gifurl",
        "gifurls", "video", "videourl", "videourls", "picture", "pictureurl", "pictureurls",
        "publicimageurl", "photo", "photourl", "imagelink", "medialink",
      ],
      .media(nil)
    )
    add(
      [
        "alt", "alttext", "alttexts", "alttextpicture", "imagealttext", "imagealt", "mediaalt",
        "mediaalttext", "imagedescription", "picturealttext",
      ],
      .alt(nil)
    )
    add(["embargo", "embargodate", "embargoeduntil"], .context("embargo-until"))
    add(["suppress", "suppression", "suppressions", "allow", "watchword"], .suppression)
    return table
  }()
}
