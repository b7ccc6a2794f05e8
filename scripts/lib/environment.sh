# Sourced by every command in scripts/. Sets ROOT, the repository's folder, and gives three functions:
#   ensure_environment site|test   makes or updates .venv where that is needed, and exports PYTHON
#   run PROGRAM ...                ends the script with a Python program of ours
#   ensure_browser                 finds or installs a browser, and exports HUB_BROWSER
# The first and the last return non-zero, having said why, when they cannot.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
VENV="$ROOT/.venv"

say() { printf '%s\n' "$*" >&2; }

run() {  # a program of ours, in the place of this script; Ctrl+C is left until it can answer with a sentence
  trap '' INT
  unset PYTHONDONTWRITEBYTECODE  # with it, each command compiles every module anew, which takes most of a second
  exec "$PYTHON" "$@"
}

# --- Python ---------------------------------------------------------------------------------------

ensure_environment() {
  local kind=$1
  export PYTHON="$VENV/bin/python" PYTHONUTF8=1 NO_MKDOCS_2_WARNING=1
  if environment_is_ready "$kind"; then return 0; fi
  with_lock make_environment "$kind"
}

# A stamp holds what the environment was made from: the interpreter, this folder, the locked requirements.
environment_is_ready() {
  local stamp="$VENV/ready-$1"
  [[ -f "$stamp" && -x "$PYTHON" ]] && [[ "$(<"$stamp")" == "$(fingerprint "$1")" ]]
}

fingerprint() {
  local version sum
  version="$("$PYTHON" -V 2>/dev/null)" && sum="$(cksum <"$ROOT/requirements/$1.txt")" &&
    printf '%s %s %s\n' "${version#Python }" "${sum/ /-}" "$ROOT"
}

# Called with the lock held, so another command may have finished the work in the meantime.
make_environment() {
  local kind=$1 site_packages
  if environment_is_ready "$kind"; then return 0; fi
  if ! environment_can_be_kept; then
    create_venv || return 1
  fi
  say "Installing what the hub needs into .venv (requirements/$kind.txt): a minute the first time ..."
  "$PYTHON" -m pip install --quiet --quiet --no-input --disable-pip-version-check \
    --require-hashes --only-binary :all: -r "$ROOT/requirements/$kind.txt" || {
    say "That did not work: see above. Is there a connection to the package index? Run the command again to go on."
    return 1
  }
  site_packages="$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" || return 1
  printf '%s\n' "$ROOT" >"$site_packages/ideas_hub.pth"  # "import ideas_hub" works from any folder
  fingerprint "$kind" >"$VENV/ready-$kind" || return 1
  if [[ $kind == test ]]; then fingerprint site >"$VENV/ready-site"; fi  # test.txt holds all of site.txt
}

# Only one that was finished once, in this folder, with an interpreter that still runs.
environment_can_be_kept() {
  local stamp
  for stamp in "$VENV"/ready-*; do
    if [[ -f "$stamp" ]] && same_maker "$(<"$stamp")" "$(fingerprint site)"; then return 0; fi
  done
  return 1
}

same_maker() {  # as two fingerprints tell: the same interpreter and folder
  [[ -n "$2" && "${1%% *}" == "${2%% *}" && "${1#* * }" == "${2#* * }" ]]
}

create_venv() {
  local python version
  python="$(find_python)" || return 1
  version="$("$python" -c 'import sys; print("{}.{}".format(*sys.version_info))')" || return 1
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_packages "python$version-venv" || {
      say "Python $version here cannot make a virtual environment. On Debian and Ubuntu, type:"
      say "    sudo apt-get install python$version-venv"
      return 1
    }
  fi
  say "Making .venv with Python $version ..."
  if [[ -L $VENV ]]; then rm "$VENV"; fi # a link to another folder's .venv: that one stays as it is
  "$python" -m venv --clear "$VENV"
}

find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return 0
    fi
  done
  say "Python 3.11 or later is needed, and there is none here ($(python3 --version 2>/dev/null || echo 'no python3'))."
  say "On Debian 12, Ubuntu 24.04 and later, type:  sudo apt-get install python3 python3-venv"
  return 1
}

# --- Browser --------------------------------------------------------------------------------------

ensure_browser() {
  ensure_driver || return 1
  if [[ -n "${HUB_BROWSER:-}" ]]; then
    if is_browser "$HUB_BROWSER"; then export HUB_BROWSER; return 0; fi
    say "HUB_BROWSER is $HUB_BROWSER, which does not start. Set it to the program file of Chromium or Chrome."
    return 1
  fi
  if find_browser || { with_lock install_browser && find_browser; }; then export HUB_BROWSER; return 0; fi
  say "The browser tests need Chromium or Chrome, and there is none here. To get one:"
  say "    Debian:  sudo apt-get install chromium"
  say "    Ubuntu:  Google Chrome's .deb package from its own site (chromium from apt is only a stand-in for the snap)"
  say "    or       .venv/bin/python -m playwright install --with-deps chromium"
  say "    or set HUB_BROWSER to the program file of one you have."
  return 1
}

ensure_driver() {  # Playwright's own, which needs a library that a bare Debian does not have
  if driver --version >/dev/null 2>&1; then return 0; fi
  if with_lock install_packages libatomic1 && driver --version >/dev/null 2>&1; then return 0; fi
  say "Playwright, which drives the browser, does not start: $(driver --version 2>&1)"
  say "On Debian and Ubuntu, type:  sudo apt-get install libatomic1"
  return 1
}

driver() {
  local files=("$VENV"/lib/python3*/site-packages/playwright/driver/node)
  "${files[0]}" "$@"
}

find_browser() {
  local name
  for name in google-chrome google-chrome-stable chromium chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if is_browser "$name"; then HUB_BROWSER="$(command -v "$name")"; return 0; fi
  done
  name="$(playwright_browser)" && is_browser "$name" && HUB_BROWSER="$name"
}

is_browser() {  # Ubuntu's stand-in for the snap is on PATH too, but does not answer
  command -v "$1" >/dev/null && "$1" --version >/dev/null 2>&1 </dev/null
}

playwright_browser() {  # where Playwright keeps the one it downloads itself
  "$PYTHON" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
' 2>/dev/null
}

install_browser() {
  if is_debian; then install_packages chromium && return 0; fi
  say "Downloading a browser for the tests with Playwright ..."
  quietly "$PYTHON" -m playwright install chromium
}

is_debian() {  # and not Ubuntu or one made from it
  [[ -r /etc/os-release ]] && (
    . /etc/os-release
    [[ "$ID" == debian || " ${ID_LIKE:-} " == *" debian "* ]] && [[ "$ID ${ID_LIKE:-}" != *ubuntu* ]]
  )
}

# --- Both -----------------------------------------------------------------------------------------

install_packages() {
  command -v apt-get >/dev/null || return 1
  if [[ $EUID -ne 0 ]] && ! sudo -n true 2>/dev/null; then return 1; fi
  say "Installing $* with apt-get ..."
  quietly as_root apt-get -qq update &&
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
}

as_root() { if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi; }

quietly() {  # shows what a command printed only when it fails
  local output
  output="$("$@" 2>&1 </dev/null)" || { say "$output"; return 1; }
}

with_lock() {  # two commands started at once: the second waits for the first
  command -v flock >/dev/null || { "$@"; return; }
  (
    flock --nonblock 9 || { say "Waiting for another command that is setting up .venv ..."; flock 9; }
    "$@" 9>&-
  ) 9>"$ROOT/.venv.lock"
}
