internal import WatchwordText

extension MomentRecord {
  /// Writes a moment.
  init(_ moment: Moment) {
    day = Int32(clamping: moment.day.dayNumber)
    minute = moment.minute.map { Int16(clamping: $0) } ?? -1
    offset = moment.offset.map { Int16(clamping: $0) } ?? .min
  }

  /// The moment.
  var moment: Moment {
    Moment(
      CivilDate(dayNumber: Int(day)),
      minute: minute < 0 ? nil : Int(minute),
      offset: offset == .min ? nil : Int(offset)
    )
  }
}
