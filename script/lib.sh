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

# How a release is linked: on Linux with Swift's own libraries inside, so that it starts faster, and with
# the C++ library, which they need, where it is there to be linked so: its symbols take the loader longer
# than all else. The linker takes what it finds first. On macOS all of them belong to the system.
release_flags=(-c release --product watchword)
if [ "$(uname -s)" != Darwin ]; then
  release_flags+=(--static-swift-stdlib)
  mkdir -p .build/static
  compiler=$(command -v clang || command -v cc || echo false)
  for library in stdc++=stdc++ gcc_s=gcc_eh; do
    file=$("$compiler" -print-file-name="lib${library#*=}.a" || true)
    if [ -f "$file" ]; then ln -sf "$file" ".build/static/lib${library%=*}.a"; fi
  done
  release_flags+=(-Xswiftc "-L$root/.build/static")
fi
