# Debian packages by name, and how they are installed: read by ./run, ./test and .ci/run.
# shellcheck shell=bash

# What building and running need: a C linker, what the window opens at run time, and a software
# graphics driver for machines without one of their own.
run_packages=(gcc libc6-dev libx11-6 libx11-xcb1 libxcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 libxrandr2 libvulkan1 mesa-vulkan-drivers)
# What the window test needs besides: a screen, an accessibility bus, and hands.
test_packages=(xvfb at-spi2-core dbus-daemon dbus-x11 dbus-user-session python3 python3-pyatspi python3-dbus gir1.2-atspi-2.0 xdotool imagemagick)

# Installs those of the named packages that are missing; asks for root only for that.
install_missing() {
  command -v dpkg-query >/dev/null 2>&1 || { echo "This is no Debian: please see that these are there: $*" >&2; return 0; }
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "As root, run: apt-get install ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_cargo() {
  command -v cargo >/dev/null 2>&1 && return 0
  # shellcheck disable=SC1091
  [ -f "${CARGO_HOME:-$HOME/.cargo}/env" ] && . "${CARGO_HOME:-$HOME/.cargo}/env"
  command -v cargo >/dev/null 2>&1 || { echo "Rust is missing: install it with rustup (https://rustup.rs), then run this again." >&2; return 1; }
}
