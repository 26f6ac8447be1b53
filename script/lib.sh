# Shared by the scripts: finds the repository, installs what is missing, says what it does.
# Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n== %s\n' "$*" >&2; }

# Runs a command as root where that is needed and possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    printf 'This needs root: %s\n' "$*" >&2
    return 1
  fi
}

# Installs the system libraries (libyaml, PCRE2, MD4C) and whatever packages are named besides.
install_missing() {
  if ! command -v swift >/dev/null; then
    echo 'Swift 6 is needed; see https://www.swift.org/install' >&2
    exit 2
  fi
  case "$(uname -s)" in
    Darwin)
      command -v brew >/dev/null || { echo 'Homebrew is needed; see https://brew.sh' >&2; exit 2; }
      for formula in libyaml pcre2 md4c pkgconf "$@"; do
        brew list --formula "$formula" >/dev/null 2>&1 || brew install "$formula"
      done
      ;;
    *)
      local missing=()
      for package in libyaml-dev libpcre2-dev libmd4c-dev pkg-config git openssh-client "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
          missing+=("$package")
      done
      if [ ${#missing[@]} -gt 0 ]; then
        say "Installing ${missing[*]}"
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >&2
      fi
      ;;
  esac
}
