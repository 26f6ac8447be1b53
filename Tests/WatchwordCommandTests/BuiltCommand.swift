import Foundation
import Testing

/// The command as it was built beside the tests, run as a process of its own.
enum BuiltCommand {
  /// What a run left behind.
  struct Outcome {
    /// The exit status; negative where a signal ended the process, and what it was.
    var status: Int32
    /// Standard output.
    var output: String
    /// Standard error.
    var errors: String
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Why there was no outcome.
  enum Failure: Error {
    case notBuilt(lookedIn: [String])
    case stillRunning(arguments: [String])
  }

  /// How long a run may take before it counts as hanging, in seconds.
  private static let patience = 300.0

  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable: beside the test bundle, wherever the build put that.
  static func executable() throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    let beside = (arguments + bundles).flatMap { [$0, $0.deletingLastPathComponent()] }
    let folders = beside + [root.appendingPathComponent(".build/debug")]
    for folder in folders {
      let file = folder.appendingPathComponent("watchword")
      var isFolder: ObjCBool = false
      if FileManager.default.isExecutableFile(atPath: file.path),
        FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return file
      }
    }
    throw Failure.notBuilt(lookedIn: folders.map(\.path))
  }

  /// Runs the command and waits for its end.
  ///
  /// Output goes to files, so that no amount of it can block either side.
  static func run(
    _ arguments: [String],
    in folder: URL,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try launch(executable(), arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `$WATCHWORD` is the command.
  static func shell(_ line: String, in folder: URL) throws -> Outcome {
    try launch(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", line],
      in: folder,
      input: "",
      environment: ["WATCHWORD": executable().path]
    )
  }

  /// Starts a process, waits for it, and reads what it wrote.
  private static func launch(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL,
    input: String,
    environment: [String: String]
  ) throws -> Outcome {
    let streams = try Folder()
    try streams.write(input, to: "in")
    try streams.write("", to: "out")
    try streams.write("", to: "err")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "TERM", "WATCHWORD_RECORD"] { variables[name] = nil }
    // What a test compiles stays with the tests.
    variables["WATCHWORD_CACHE_DIR"] = streams.url.appendingPathComponent("cache").path
    process.environment = variables.merging(environment) { _, given in given }
    process.standardInput = try FileHandle(forReadingFrom: streams.file("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.file("out"))
    process.standardError = try FileHandle(forWritingTo: streams.file("err"))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + patience) == .success else {
      process.terminate()
      throw Failure.stillRunning(arguments: arguments)
    }
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .exit ? status : -status,
      output: try streams.text("out"),
      errors: try streams.text("err")
    )
  }
}
