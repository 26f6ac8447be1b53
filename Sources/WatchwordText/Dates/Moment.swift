/// A day, with or without a time of day, and the distance of that time from UTC where it is known.
///
/// When a post goes out, when an embargo ends. Two moments are compared as exactly as both are
/// known: as instants where both say how far they are from UTC, as days where one has no time.
public struct Moment: Hashable, Sendable {
  /// The day, where the one who wrote it is.
  public var day: CivilDate
  /// The minutes since midnight; nil where only the day is known.
  public var minute: Int?
  /// The minutes by which that place is ahead of UTC; nil where it is not known.
  public var offset: Int?

  /// Makes a moment, by default a whole day.
  public init(_ day: CivilDate, minute: Int? = nil, offset: Int? = nil) {
    self.day = day
    self.minute = minute
    self.offset = offset
  }

  /// Reads `YYYY-MM-DD`, behind it a time after `T` or a space: `09:30`, `9:30 am`, `09:30:15.5+01:00`, `0930Z`; nil for anything else.
  ///
  /// Seconds are passed over. An offset is `Z`, `UTC`, `GMT` or hours and minutes with a sign.
  public init?(_ text: String) {
    guard let day = CivilDate(text) else { return nil }
    let bytes = Array(text.utf8)
    self.init(day)
    guard bytes.count > 10 else { return }
    guard let (minute, offset) = Self.time(bytes[11...]) else { return nil }
    self.minute = minute
    self.offset = offset
  }

  /// Reads a time of day with or without an offset; nil where there is anything else.
  public static func time(_ bytes: ArraySlice<UInt8>) -> (minute: Int, offset: Int?)? {
    var reader = Reader(rest: bytes.drop { $0 == 0x20 })
    guard let minute = reader.clock() else { return nil }
    reader.skipSpaces()
    guard let offset = reader.offset() else { return nil }
    reader.skipSpaces()
    return reader.rest.isEmpty ? (minute, offset.minutes) : nil
  }

  /// Whether this is known to be earlier than another.
  public func isBefore(_ other: Moment) -> Bool {
    guard let minute, let otherMinute = other.minute else { return day < other.day }
    let start = day.dayNumber * 1440 + minute
    let end = other.day.dayNumber * 1440 + otherMinute
    guard let offset, let otherOffset = other.offset else { return start < end }
    return start - offset < end - otherOffset
  }

  /// Whether this may be earlier than another: it is, or both are on one day and only the other has a time.
  public func mayBeBefore(_ other: Moment) -> Bool {
    isBefore(other) || minute == nil && other.minute.map { $0 > 0 } == true && day == other.day
  }

  /// Takes a time apart.
  private struct Reader {
    /// What is left to read.
    var rest: ArraySlice<UInt8>

    /// Passes over spaces.
    mutating func skipSpaces() {
      rest = rest.drop { $0 == 0x20 }
    }

    /// Passes over one of these bytes.
    mutating func take(_ bytes: String) -> UInt8? {
      guard let first = rest.first, bytes.utf8.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }

    /// Passes over letters, in small ones.
    mutating func word() -> String {
      let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
      rest = rest.dropFirst(letters.count)
      return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// Passes over as many digits as there are, up to `most`.
    mutating func number(upTo most: Int) -> (value: Int, count: Int)? {
      let digits = rest.prefix(most).prefix { $0.isASCIIDigit }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return (digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }, digits.count)
    }

    /// Passes over hours and minutes: `9`, `09`, `0930`, `9:30`, `09.30`.
    mutating func hoursAndMinutes() -> (hour: Int, minute: Int, hasMinutes: Bool)? {
      guard let first = number(upTo: 4) else { return nil }
      if first.count > 2 { return (first.value / 100, first.value % 100, true) }
      let before = rest
      guard take(":.") != nil, let second = number(upTo: 2), second.count == 2 else {
        rest = before
        return (first.value, 0, false)
      }
      return (first.value, second.value, true)
    }

    /// The minutes since midnight that a clock shows; nil where it shows none.
    mutating func clock() -> Int? {
      guard let (written, minute, hasMinutes) = hoursAndMinutes() else { return nil }
      var hour = written
      if hasMinutes, take(":") != nil {
        guard number(upTo: 2) != nil else { return nil }
        if take(".,") != nil, number(upTo: 9) == nil { return nil }
      }
      skipSpaces()
      let before = rest
      switch word() {
      case "am" where (1...12).contains(hour): hour %= 12
      case "pm" where (1...12).contains(hour): hour = hour % 12 + 12
      default:
        rest = before
        guard hasMinutes else { return nil }
      }
      guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
      return hour * 60 + minute
    }

    /// The offset that follows, nil minutes where nothing does; nil where it is none.
    mutating func offset() -> (minutes: Int?, Void)? {
      guard !rest.isEmpty else { return (nil, ()) }
      guard let sign = take("+-") else {
        return ["z", "utc", "gmt"].contains(word()) ? (0, ()) : nil
      }
      guard let (hours, minutes, _) = hoursAndMinutes(), hours <= 14, minutes <= 59 else {
        return nil
      }
      let distance = hours * 60 + minutes
      return (sign == UInt8(ascii: "-") ? -distance : distance, ())
    }
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as ISO 8601 writes it, as far as it is known.
  public var description: String {
    /// Two digits.
    func pair(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    /// Hours and minutes.
    func clock(_ minutes: Int) -> String { "\(pair(minutes / 60)):\(pair(minutes % 60))" }
    guard let minute else { return day.description }
    let zone = offset.map { offset in
      offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + clock(abs(offset))
    }
    return "\(day)T\(clock(minute))\(zone ?? "")"
  }
}

extension CivilDate: Comparable {
  /// Orders by the calendar.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
