# Steps shared by the scripts; sourced, not run. Leaves the caller in the project's folder and
# remembers the folder it came from.
set -euo pipefail
unset CDPATH
caller=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n== %s\n' "$*"; }

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Swift 6.2 or later, or a word on how to get it.
require_swift() {
  command -v swift >/dev/null 2>&1 || stop \
    "No Swift was found. Get Swift 6.2 or later:" \
    "  Linux   https://www.swift.org/install/linux   (swiftly, or a toolchain unpacked into PATH)" \
    "  macOS   Xcode 26 from the App Store, or https://www.swift.org/install/macos" \
    "Then run this script again."
  local text version
  text=$(swift --version 2>&1) || stop \
    "Swift was found at $(command -v swift) but does not start:" "$text" \
    "The packages that it needs are listed at https://www.swift.org/install/linux"
  version=$(sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' <<<"$text" | head -n 1)
  case "$version" in
    "") stop "This is not understood: $text" ;;
    [0-5].* | 6.0 | 6.1)
      stop "Swift $version was found; 6.2 or later is needed: https://www.swift.org/install"
      ;;
  esac
}

# Installs Debian packages, or says who can.
install_packages() {
  command -v apt-get >/dev/null 2>&1 \
    || stop "Install these, or what your system calls them, and run again: $*"
  local as_root=(env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || stop "Ask an administrator to run: apt-get install $*"
    as_root=(sudo "${as_root[@]}")
  fi
  say "apt-get install $*"
  # A source that cannot be reached need not be one of those wanted.
  "${as_root[@]}" apt-get update -qq || true
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || stop "Ask an administrator to run: apt-get install $*"
}

# The C libraries that the package links, through the system's package manager.
install_libraries() {
  local missing=() pair
  if [ "$(uname)" = Darwin ]; then
    command -v brew >/dev/null 2>&1 \
      || stop "Homebrew is needed to install GEOS, PROJ and other libraries: https://brew.sh"
    for pair in geos proj openssl@3 libzip expat sqlite shapelib pkgconf; do
      brew list "$pair" >/dev/null 2>&1 || missing+=("$pair")
    done
    [ ${#missing[@]} -eq 0 ] || { say "brew install ${missing[*]}"; brew install "${missing[@]}"; }
    return
  fi
  command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
  for pair in libgeos-dev:geos libproj-dev:proj libssl-dev:libcrypto zlib1g-dev:zlib \
    libzip-dev:libzip libexpat1-dev:expat libsqlite3-dev:sqlite3 libshp-dev:shapelib; do
    pkg-config --exists "${pair##*:}" 2>/dev/null || missing+=("${pair%%:*}")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
  for pair in geos:3.10 proj:9.1; do
    pkg-config --atleast-version="${pair##*:}" "${pair%%:*}" || stop \
      "${pair%%:*} $(pkg-config --modversion "${pair%%:*}") is too old; ${pair##*:} or later is needed." \
      "Debian 12 and Ubuntu 24.04 have them."
  done
}

set_up() {
  require_swift
  install_libraries
}

# Ends the script without a fault where something is not to be had; in continuous integration, where
# everything is, with one.
skip() {
  [ "${CI-}" != true ] || stop "$@"
  printf 'skipped: %s\n' "$*"
  exit 0
}

# Makes a Python environment with the packages of a file of requirements, from PyPI.
# Usage: python_environment FOLDER REQUIREMENTS
python_environment() {
  if [ -f "$1/requirements.txt" ] && cmp -s "$2" "$1/requirements.txt"; then return; fi
  say "Python environment $1"
  command -v python3 >/dev/null 2>&1 || (install_packages python3 python3-venv) || return 1
  python3 -m venv "$1" 2>/dev/null || {
    (install_packages python3-venv) && python3 -m venv "$1" || return 1
  }
  "$1/bin/pip" install --quiet --disable-pip-version-check --requirement "$2" || return 1
  cp "$2" "$1/requirements.txt"
}

# Prints the path of Chromium or Chrome, installing it where there is none.
find_chromium() {
  local program
  for program in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if command -v "$program" 2>/dev/null; then return; fi
  done
  (install_packages chromium) >&2 && command -v chromium
}

# Sets `coldspot` to the program of "--coldspot PROGRAM" at the head of the arguments, or builds it;
# `rest` are the other arguments.
# Usage: take_coldspot CONFIGURATION "$@"
take_coldspot() {
  local configuration=$1
  shift
  if [ "${1-}" = --coldspot ]; then
    [ -n "${2-}" ] || stop "--coldspot needs the path of a program."
    coldspot=$(cd "$caller" && realpath "$2")
    [ -x "$coldspot" ] || stop "$2 is no program."
    shift 2
  else
    set_up
    say "Building"
    swift build -c "$configuration" --product coldspot
    coldspot="$(swift build -c "$configuration" --show-bin-path)/coldspot"
  fi
  rest=("$@")
}
