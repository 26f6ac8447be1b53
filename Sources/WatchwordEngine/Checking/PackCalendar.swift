internal import WatchwordRules
internal import WatchwordText

/// The days that a pack is for and those its windows are known for.
struct PackCalendar: Sendable {
  /// The pack with its edition, for messages.
  let name: String
  /// The days of publication the edition is for.
  let validity: Validity
  /// The id of the pack that replaces the edition, if one does.
  let replacedBy: String?
  /// The last day for which the windows are known; nil for a pack without windows.
  let windowsUntil: String?
  /// The names of windows for which no dates are known.
  let openWindows: [String]

  /// Reads the calendar of a pack.
  init(_ record: PackRecord, _ image: ProgramImage) {
    name = "\(image.string(record.id)) \(image.string(record.edition))"
    validity = Validity(
      from: image.optionalString(record.validFrom),
      until: image.optionalString(record.validUntil)
    )
    replacedBy = image.optionalString(record.replacedBy)
    windowsUntil = image.optionalString(record.windowsUntil)
    openWindows = image.strings(record.openWindows)
  }
}

extension Program {
  /// The days each pack is for, in the order they were named.
  var calendars: [PackCalendar] {
    image.table(.packs, of: PackRecord.self).map { PackCalendar($0, image) }
  }
}
