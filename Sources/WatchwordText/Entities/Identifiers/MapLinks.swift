/// Links that open a map at a place.
enum MapLinks {
  /// Whether the web address at a range shows a place on a map.
  static func isMap(_ text: UTF8Text, _ range: SourceRange) -> Bool {
    var host = range.start
    for scheme: StaticString in ["https://", "http://"] where text.begins(with: scheme, at: host) {
      host += scheme.utf8CodeUnitCount
    }
    if text.begins(with: "www.", at: host) { host += 4 }
    // Each is a host, and a path where the host has other pages too; a place must follow.
    let prefixes: [StaticString] = [
      "maps.app.goo.gl/", "goo.gl/maps/", "g.co/maps/", "maps.google.com/", "maps.google.co.uk/",
      "google.com/maps/", "google.com/maps?", "google.co.uk/maps/", "google.co.uk/maps?",
      "maps.apple.com/", "maps.apple/", "bing.com/maps?", "bing.com/maps/", "openstreetmap.org/",
      "osm.org/", "what3words.com/", "w3w.co/", "map.what3words.com/", "plus.codes/",
      "streetmap.co.uk/", "gridreferencefinder.com/", "waze.com/ul", "ul.waze.com/", "os.uk/maps/",
      "explore.osmaps.com/", "osmaps.com/",
    ]
    return prefixes.contains {
      text.begins(with: $0, at: host) && host + $0.utf8CodeUnitCount < range.end
    }
  }

  /// The end of the `geo:` address (RFC 5870) whose colon stands at an offset, or nil.
  static func endOfGeo(_ text: UTF8Text, colon: Int) -> Int? {
    guard text.begins(with: "geo:", at: colon - 3), TokenEdges.isCleanBefore(text, colon - 3) else {
      return nil
    }
    var index = colon + 1
    var commas = 0
    var digits = 0
    while true {
      let byte = text.byte(index)
      if byte == 0x2C {
        commas += 1
      } else if isASCIIDigit(byte) {
        digits += 1
      } else if byte != 0x2E,
        byte != 0x2D
      {
        break
      }
      index += 1
    }
    while index > colon, !isASCIIDigit(text.byte(index - 1)) { index -= 1 }
    return commas > 0 && digits > 1 && index > colon ? index : nil
  }
}
