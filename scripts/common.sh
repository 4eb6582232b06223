# Steps shared by the scripts; sourced, not run. Leaves the caller in the project's folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n== %s\n' "$*"; }

# Swift 6.2 or later, or a word on how to get it.
require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    cat >&2 <<'TEXT'
No Swift was found. Get Swift 6.2 or later:
  Linux   https://www.swift.org/install/linux   (swiftly, or a toolchain unpacked into PATH)
  macOS   Xcode 26 from the App Store, or https://www.swift.org/install/macos
Then run this script again.
TEXT
    exit 1
  fi
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    [0-5].* | 6.0 | 6.1)
      echo "Swift $version was found; 6.2 or later is needed: https://www.swift.org/install" >&2
      exit 1
      ;;
  esac
}

# The C libraries that the package links, through the system's package manager.
install_libraries() {
  local missing=()
  if [ "$(uname)" = Darwin ]; then
    if ! command -v brew >/dev/null 2>&1; then
      echo "Homebrew is needed to install geos, proj, openssl@3 and pkgconf: https://brew.sh" >&2
      exit 1
    fi
    for pair in geos:geos proj:proj openssl@3:libcrypto pkgconf:; do
      brew list "${pair%%:*}" >/dev/null 2>&1 || missing+=("${pair%%:*}")
    done
    [ ${#missing[@]} -eq 0 ] || { say "brew install ${missing[*]}"; brew install "${missing[@]}"; }
    return
  fi
  command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
  for pair in libgeos-dev:geos libproj-dev:proj libssl-dev:libcrypto; do
    pkg-config --exists "${pair##*:}" 2>/dev/null || missing+=("${pair%%:*}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install these, or what your system calls them, and run again: ${missing[*]}" >&2
    exit 1
  fi
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "These packages are missing; ask an administrator to install them: ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo "${as_root[@]}")
  fi
  say "apt-get install ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

set_up() {
  require_swift
  install_libraries
}
