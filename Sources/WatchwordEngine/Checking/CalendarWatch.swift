public import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// Watches the days on which posts of a run go out, and tells where the packs do not know such days.
///
/// A pack past its edition, and windows whose dates end, leave rules silent that should speak.
public struct CalendarWatch: Sendable {
  /// How many posts went out when a pack was not meant for them.
  private struct Count: Sendable {
    /// Before the first day of the edition.
    var before = 0
    /// After its last day.
    var after = 0
    /// After the last day that its windows are known for.
    var beyondWindows = 0

    /// Whether none did.
    var isZero: Bool { before == 0 && after == 0 && beyondWindows == 0 }
  }

  /// What holds for every post.
  private let options: CheckOptions
  /// The packs' calendars.
  private let calendars: [PackCalendar]
  /// The posts that fell outside of each.
  private var counts: [Count]
  /// How many posts there were.
  private var postCount = 0
  /// The day of the last posts, and how many of them are not in ``counts`` yet.
  ///
  /// Most posts of a run go out on one day, which is then compared once.
  private var latest: (day: CivilDate, count: Int)?

  /// Makes a watch over a program's packs.
  public init(program: Program, options: CheckOptions) {
    self.options = options
    calendars = program.calendars
    counts = Array(repeating: Count(), count: calendars.count)
  }

  /// Takes in the day of a post.
  public mutating func add(_ post: Post) {
    postCount += 1
    let key = "publish-at"
    let context = post.context.entries[key] == nil ? options.context : post.context
    note(1, on: options.publication(in: context).day)
  }

  /// Takes in that so many posts go out on a day.
  private mutating func note(_ count: Int, on day: CivilDate) {
    if latest?.day == day {
      latest?.count += count
    } else {
      countLatest()
      latest = (day, count)
    }
  }

  /// Counts the latest posts for each calendar.
  private mutating func countLatest() {
    guard let latest else { return }
    self.latest = nil
    let day = latest.day.description
    for (index, calendar) in calendars.enumerated() {
      if let from = calendar.validity.from, day < from { counts[index].before += latest.count }
      if let until = calendar.validity.until, day > until { counts[index].after += latest.count }
      if let until = calendar.windowsUntil, day > until {
        counts[index].beyondWindows += latest.count
      }
    }
  }

  /// Takes in the days that another watch over the same packs has seen.
  public mutating func add(_ other: CalendarWatch) {
    postCount += other.postCount
    if let latest = other.latest { note(latest.count, on: latest.day) }
    for (index, count) in other.counts.enumerated() where !count.isZero {
      counts[index].before += count.before
      counts[index].after += count.after
      counts[index].beyondWindows += count.beyondWindows
    }
  }

  /// What the run must say, one sentence or two for each gap.
  public var notes: [String] {
    guard postCount > 0 else { return [] }
    var watch = self
    watch.countLatest()
    return zip(calendars, watch.counts).flatMap { calendar, count -> [String] in
      var notes: [String] = []
      if count.before > 0, let from = calendar.validity.from {
        notes.append(
          "\(calendar.name) is for posts from \(from) on; \(posts(count.before)) before."
        )
      }
      if count.after > 0, let until = calendar.validity.until {
        let next = calendar.replacedBy.map { " \($0) replaces it." } ?? ""
        notes.append(
          "\(calendar.name) is for posts up to \(until); \(posts(count.after)) later.\(next)"
        )
      }
      if count.beyondWindows > 0, let until = calendar.windowsUntil {
        notes.append(
          "The calendar of \(calendar.name) ends on \(until); \(posts(count.beyondWindows)) later, so rules for such periods could not speak."
        )
      }
      for window in calendar.openWindows {
        notes.append(
          "\(calendar.name) has no dates for \(window), so rules for that period could not speak."
        )
      }
      return notes
    }
  }

  /// A number of posts with its verb.
  private func posts(_ count: Int) -> String {
    count == 1 ? "1 post goes out" : "\(count) posts go out"
  }
}
