# shellcheck shell=bash
# Sourced by the other scripts in this directory.

# The exit status of a check that could not run, as in Automake's test suites.
SKIPPED=77

# skip REASON: ends the check. `.ci/run` reads the reason for the list at its end.
skip() {
    echo "SKIPPED: $1"
    echo "$1" >>"${REASON_FILE:-/dev/null}"
    exit "$SKIPPED"
}

# leave_out PART REASON: says that a part of the check could not run. The rest goes on.
leave_out() {
    echo "NOT CHECKED: $1: $2"
    echo "$1: $2" >>"${REASON_FILE:-/dev/null}"
}

# The release of Rust whose error messages and whose list of the public API are in the repository.
RELEASE=$(sed -n 's/^  RUST: "\(.*\)"$/\1/p' .github/workflows/ci.yml)

has_release() { rustc --version | grep -qF "rustc $RELEASE."; }

has() {
    local command
    for command; do
        command -v "$command" >/dev/null || return 1
    done
}

# Install only on CI machines.
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

# rustup_install NAME ARGUMENT…
#
# With CI=true, runs `rustup ARGUMENT…`, which installs what has this name. Otherwise, and if rustup
# fails, skips the check: not every CI machine reaches its server.
rustup_install() {
    local name=$1
    shift
    may_install || skip "needs $name (rustup $*)"
    rustup "$@" || skip "needs $name, which rustup could not install (rustup $*)"
}
