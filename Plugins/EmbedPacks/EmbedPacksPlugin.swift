import Foundation
import PackagePlugin

/// Runs `embed-packs` before the workspace module is compiled, whenever a file under `rules` has changed.
@main
struct EmbedPacksPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInPackData.swift")
    var inputs: [URL] = []
    let found = FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)
    while let url = found?.nextObject() as? URL {
      if url.pathExtension == "yml" { inputs.append(url) }
    }
    return [
      .buildCommand(
        displayName: "Embedding rule packs",
        executable: try context.tool(named: "embed-packs").url,
        arguments: [rules.path(), output.path()],
        inputFiles: inputs,
        outputFiles: [output]
      )
    ]
  }
}
