# shellcheck shell=bash
# Sourced by the other scripts in this directory.

# The exit status of a check that could not run, as in Automake's test suites.
SKIPPED=77

# skip REASON: ends the check. `.ci/run` reads the reason for the list at its end.
skip() {
    echo "SKIPPED: $1"
    echo "$1" >"${REASON_FILE:-/dev/null}"
    exit "$SKIPPED"
}

has() {
    local command
    for command; do
        command -v "$command" >/dev/null || return 1
    done
}

# Install packages only on CI machines.
may_install() { [ "${CI:-}" = true ]; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
    # A stale package list may be enough.
    as_root apt-get update -qq || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# need 'PACKAGE…' COMMAND…
#
# Skips the check unless every command exists. With CI=true, installs the Debian packages first, and
# fails if a command is still missing.
need() {
    local packages=$1
    shift
    has "$@" && return
    may_install || skip "needs $* (Debian packages: $packages)"
    # shellcheck disable=SC2086 # One word for each package.
    apt_install $packages
    has "$@" || {
        echo "$packages did not install $*" >&2
        exit 1
    }
}
