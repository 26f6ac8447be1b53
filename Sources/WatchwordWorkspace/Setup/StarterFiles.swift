/// The texts of the files that ``Setup`` writes.
enum StarterFiles {
  /// A `watchword.yml`; what is not in use yet stands behind a `#` without a blank.
  static var configuration: String {
    let packs = PackLibrary.defaultIDs.map { "  - \($0)\n" }.joined()
    return """
      # What `watchword check` does with the drafts in this directory and below it.
      # What applies to a draft, and why: watchword check --show-config FILE

      # The rule packs. A pack of your own is a directory with a pack.yml: ./rules/our-pack
      packs:
      \(packs)
      # What holds for every post that does not say it itself.
      #context:
      #  market: uk
      #  platform: x

      # What else holds for the drafts that a glob names; later globs win.
      #paths:
      #  "personal/":
      #    context: { presence: personal }
      #  "official/":
      #    context: { presence: corporate }
      #    severity: { swearing: error }

      # Severities by rule or topic: off, note, warning or error.
      #severity:
      #  accessibility: note

      # Drafts to pass over, as in .gitignore.
      #exclude:
      #  - "archive/"
      #  - "*.draft.md"

      # Our units, our people, our places: words for the vocabularies of packs.
      #vocabulary:
      #  mod-online-engagement/service-unit:
      #    add: ["2 Blankshires"]

      # What the columns of our calendar are called.
      #columns:
      #  text: Post copy
      #  publish-at: Go-live

      # The lowest severity that fails a run: note, warning or error.
      fail-level: error

      """
  }

  /// What a hook of the repository's own would have to run.
  static let hookLine = "watchword check --staged || exit 1"

  /// A pre-commit hook.
  static let hook = """
    #!/bin/sh
    # Checks the drafts that are staged; see docs/git.md of Watchword.
    exec watchword check --staged

    """

  /// The command that a job runs, on a directory named from the top of the repository.
  static func checkLine(_ drafts: String) -> String {
    // The shell must take any name as it is.
    let isPlain = drafts.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "./_-".utf8.contains(byte)
    }
    let name =
      isPlain
      ? drafts
      : "'\(drafts.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    return "watchword check \(name) --format concise"
  }

  /// Where a job belongs, from the top of the repository.
  static func jobPath(_ ci: Setup.ContinuousIntegration) -> String {
    switch ci {
    case .github: ".github/workflows/watchword.yml"
    case .gitlab: ".gitlab-ci.yml"
    }
  }

  /// A job that checks a directory, which is named from the top of the repository.
  static func job(_ ci: Setup.ContinuousIntegration, drafts: String) -> String {
    switch ci {
    case .github: github(checkLine(drafts))
    case .gitlab: gitlab(checkLine(drafts))
    }
  }

  /// How a job gets the command: it builds it once, from your copy of its repository.
  private static let building = [
    "apt-get update && apt-get install -y libyaml-dev libpcre2-dev libmd4c-dev pkg-config",
    #"git clone --depth 1 "$WATCHWORD_SOURCE" /opt/watchword"#,
    "swift build -c release --package-path /opt/watchword --product watchword",
    "install /opt/watchword/.build/release/watchword /usr/local/bin/",
  ]

  /// The address of a copy of Watchword, to be filled in.
  private static let source = "https://example.org/your/copy/of/watchword"

  /// A workflow of GitHub Actions.
  private static func github(_ check: String) -> String {
    """
    name: Watchword
    on: [push, pull_request]
    permissions:
      contents: read
    env:
      WATCHWORD_SOURCE: \(source)
    jobs:
      watchword:
        runs-on: ubuntu-latest
        container: swift:6.1
        steps:
          - uses: actions/checkout@v4
          - name: Build Watchword
            run: |
    \(building.map { "          \($0)" }.joined(separator: "\n"))
          - name: Check the drafts
            run: |
              \(check)

    """
  }

  /// A pipeline of GitLab.
  private static func gitlab(_ check: String) -> String {
    """
    watchword:
      image: swift:6.1
      variables:
        WATCHWORD_SOURCE: \(source)
      script:
        - |
    \(building.map { "      \($0)" }.joined(separator: "\n"))
        - |
          \(check)

    """
  }
}
