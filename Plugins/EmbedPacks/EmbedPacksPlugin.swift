import Foundation
import PackagePlugin

/// Runs `embed-packs` before the workspace module is compiled, whenever a file under `rules`
/// or the code that compiles packs has changed.
@main
struct EmbedPacksPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let rules = package.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInPackData.swift")
    // A directory changes when a file is added to it or removed, so directories are inputs as well.
    var inputs: [URL] = [rules]
    let found = FileManager.default.enumerator(
      at: rules,
      includingPropertiesForKeys: [.isDirectoryKey],
      options: .skipsHiddenFiles
    )
    while let url = found?.nextObject() as? URL {
      let isDirectory = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if isDirectory || url.pathExtension == "yml" { inputs.append(url) }
    }
    return [
      .buildCommand(
        displayName: "Compiling rule packs",
        executable: try context.tool(named: "embed-packs").url,
        arguments: [rules.path(), package.appending(path: "Sources").path(), output.path()],
        inputFiles: inputs,
        outputFiles: [output]
      )
    ]
  }
}
