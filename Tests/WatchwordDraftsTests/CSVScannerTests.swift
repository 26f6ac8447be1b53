import Foundation
import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

@testable import WatchwordDrafts

/// A table's records as text, and the faults of those that could not be read.
private struct Table {
  /// What each cell of each record holds; none for a record with a fault.
  var records: [[String]] = []
  /// The offset at which each record starts.
  var starts: [Int] = []
  /// The first byte of each fault.
  var faults: [Int] = []

  /// Reads all records of a table.
  init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    let source = CSVBytes(SourceText(bytes))
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, delimiter: delimiter, from: source.start)
      while let record = scanner.next() {
        starts.append(record.range.lowerBound)
        switch record.fault {
        case .unclosedQuote(let offset): faults.append(offset)
        case .textAfterQuote(let range): faults.append(range.lowerBound)
        case nil:
          records.append(
            scanner.cells.map { String(decoding: source.text(of: $0).bytes, as: UTF8.self) }
          )
        }
      }
    }
  }
}

@Suite("CSV records")
struct CSVScannerTests {
  /// One case of the collection made from RFC 4180.
  private struct Vector: Decodable {
    /// The place of what is wrong, counted from 1.
    struct Mistake: Decodable {
      var line: Int
      var column: Int
    }
    var id: String
    var input: String
    var records: [[String]]?
    var record_lines: [Int]?
    var error: Mistake?
  }

  @Test("Every case made from RFC 4180", .enabled(if: Conformance.isAvailable))
  func vectors() throws {
    let data = try Data(Conformance.bytes("csv-rfc4180/vectors.json"))
    let vectors = try JSONDecoder().decode([Vector].self, from: data)
    #expect(vectors.count == 46)
    for vector in vectors {
      let bytes = Array(vector.input.utf8)
      let table = Table(bytes)
      let source = SourceText(bytes)
      if let records = vector.records {
        #expect(table.records == records, "\(vector.id)")
        #expect(table.faults.isEmpty, "\(vector.id)")
        let lines = table.starts.map { source.position(at: $0).line }
        #expect(lines == vector.record_lines ?? lines, "\(vector.id)")
      } else if let error = vector.error {
        // A byte that is no text is found before the table is split.
        let reading = DraftReader.read(source, path: "a.csv", format: .csv)
        let first = try #require(table.faults.first ?? reading.problems.first?.range?.start)
        let place = source.position(at: first)
        #expect(
          place == SourcePosition(line: error.line, scalarColumn: error.column),
          "\(vector.id)"
        )
      }
    }
  }

  /// The tables of csv-spectrum.
  private static let spectrumTables = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ]

  @Test("No table of csv-spectrum is left out", .enabled(if: Conformance.isAvailable))
  func allOfSpectrum() throws {
    #expect(try Conformance.names(in: "csv-spectrum/csvs", ending: "csv") == Self.spectrumTables)
  }

  @Test(
    "Every table of csv-spectrum",
    .enabled(if: Conformance.isAvailable),
    arguments: Self.spectrumTables
  )
  func spectrum(_ name: String) throws {
    let table = try Table(Conformance.bytes("csv-spectrum/csvs/\(name).csv"))
    let data = try Data(Conformance.bytes("csv-spectrum/json/\(name).json"))
    let rows = try JSONDecoder().decode([[String: String]].self, from: data)
    let header = try #require(table.records.first)
    let read = table.records.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    #expect(read == rows)
    #expect(table.faults.isEmpty)
  }

  @Test(
    "After a fault the next line is read",
    arguments: [
      ("a,⟦\"⟧b\nc,d\ne,f", [["c", "d"], ["e", "f"]]),
      ("a,\"b\"⟦x⟧,d\nc,d\n", [["c", "d"]]),
      ("\"a\nb\"⟦ x⟧\nc,d", [["c", "d"]]),
      ("x\n⟦\"⟧", [["x"]]),
    ]
  )
  func faults(_ marked: String, _ records: [[String]]) {
    let marked = MarkedText(marked)
    let table = Table(Array(marked.text.utf8))
    #expect(table.faults == [marked.ranges[0].start])
    #expect(table.records == records)
  }

  @Test("Many quotation marks cost no more than their number")
  func manyQuotes() {
    for unit in ["\"", "\"\"", "\"\n", "\"x", "\"\"\n", ",\"", "\"\"\"\n", "a\"\n\""] {
      let table = Table(Array(String(repeating: unit, count: 50_000).utf8))
      #expect(!table.records.isEmpty || !table.faults.isEmpty)
    }
  }
}
