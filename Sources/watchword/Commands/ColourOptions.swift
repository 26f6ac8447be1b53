internal import ArgumentParser

/// Whether a report for a person has colours.
struct ColourOptions: ParsableArguments {
  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp(
      "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.",
      valueName: "when"
    ),
    transform: { try Choice.of($0, as: ColourChoice.self) }
  )
  var colour = CheckArguments().colour
}
