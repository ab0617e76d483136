# Set-up shared by packaging/start and packaging/test: Python, system libraries, the environment in .venv.
# Every step says what it does, in Swedish, and how far it has come. Sourced, never run.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root" || exit 3
venv="$root/.venv"

say() { printf '%s\n' "$*"; }
step() { printf '\n── %s\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 3; }

# What the window needs of the system: offscreen first, then X11 and Wayland besides.
offscreen="libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0"
screen="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-xkb1 libxcb-shape0 libwayland-client0 libwayland-cursor0"

may_install() { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$package"
    done
}

system_libraries() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "Systemet är inte Debian eller Ubuntu: bibliotek för Qt 6 och X11 eller Wayland måste finnas."
        return
    fi
    wanted="python3 python3-venv ca-certificates $offscreen $*"
    # An own Python (pyenv, a newer version) has its venv with it.
    find_python && "$python" -c 'import ensurepip' 2>/dev/null && wanted="ca-certificates $offscreen $*"
    # shellcheck disable=SC2086  # a list of names
    missing=$(missing_packages $wanted)
    [ -z "$missing" ] && { say "Systembiblioteken finns."; return; }
    # shellcheck disable=SC2086
    say "Saknas: $missing"
    if may_install && command -v apt-get >/dev/null 2>&1; then
        say "Installerar dem med apt-get …"
        log=$(mktemp)
        # shellcheck disable=SC2086
        { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1 || {
            tail -n 15 "$log" >&2
            stop "Systembiblioteken kunde inte installeras. Kör: apt-get update && apt-get install --no-install-recommends $missing"
        }
        rm -f "$log"
        say "Klart."
    else
        stop "De får inte installeras härifrån. Kör det här och försök igen:
    sudo apt-get update && sudo apt-get install --no-install-recommends $missing"
    fi
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return 0
        fi
    done
    return 1
}

# fetched LOCKFILE: pip's own words go to a log that is shown only when it fails; a dot for each package meanwhile.
fetched() {
    log=$(mktemp)
    "$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar off --no-deps --require-hashes -r "$1" \
        >"$log" 2>&1 &
    pip=$!
    shown=0
    while kill -0 "$pip" 2>/dev/null; do
        count=$(grep -c '^Collecting' "$log")
        while [ "$shown" -lt "$count" ]; do
            printf '.'
            shown=$((shown + 1))
        done
        sleep 1
    done
    printf '\n'
    wait "$pip" || {
        tail -n 15 "$log" >&2
        stop "Paketen kunde inte hämtas. Kontrollera nätet och försök igen; det som redan hämtats är kvar."
    }
    rm -f "$log"
}

# compiled: what every start would do again is done once. PySide6 carries its Python files in an archive inside a library
# and compiles them each time; SBK_EMBED=0 is its own switch for having them laid out as files.
compiled() {
    support=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("platlib"))')/shiboken6/files.dir
    [ -d "$support" ] || SBK_EMBED=0 "$venv/bin/python" -c 'import PySide6' 2>/dev/null
    "$venv/bin/python" -m compileall -q desktop model "$support" ||
        say "Programmet kunde inte förberedas. Det fungerar ändå, men startar långsammare."
}

# environment LOCKFILE: .venv with exactly the locked versions; nothing is done when it is already so.
environment() {
    find_python || stop "Python 3.11 eller nyare behövs och hittades inte."
    mark="$venv/.installed"
    want=$(cat "$1" pyproject.toml | cksum)
    if [ -x "$venv/bin/python" ] && [ "$(cat "$mark" 2>/dev/null)" = "$want" ]; then
        say "Miljön i .venv är klar."
        compiled
        return
    fi
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv" || stop "Miljön i .venv kunde inte skapas."
    say "Hämtar $(grep -c '^[a-zA-Z]' "$1") paket till .venv (ungefär 100 MB första gången) …"
    fetched "$1"
    site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$root" >"$site/vid-tangenterna.pth"
    # -I: no variable or folder of the user's reaches the program's Python, as one that forbids compiled files would.
    printf '#!/bin/sh\nexec "%s/bin/python" -I -m desktop "$@"\n' "$venv" >"$venv/bin/protokoll"
    chmod +x "$venv/bin/protokoll"
    compiled
    printf '%s' "$want" >"$mark"
    say "Klart."
}
