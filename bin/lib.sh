# What the scripts of this directory share: finding, or on Debian and Ubuntu as root installing, what they need.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# java_major <home>: the major version of the JDK there, or nothing
java_major() {
    [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1
}

find_jdk() {
    local home major default=
    command -v javac >/dev/null && default="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"
    for home in "${JAVA_HOME:-}" "$default" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] || continue
        major="$(java_major "$home")"
        if [ "${major:-0}" -ge 25 ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
    say "Installing $*"
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

need_jdk() {
    JAVA_HOME="$(find_jdk)" && export JAVA_HOME && return 0
    local package
    for package in temurin-25-jdk openjdk-25-jdk-headless; do
        if can_install && apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            install_packages "$package" && JAVA_HOME="$(find_jdk)" && export JAVA_HOME && return 0
        fi
    done
    die "A JDK 25 or newer is needed and none was found in JAVA_HOME, on the PATH or in /usr/lib/jvm.
Debian 12 has none of its own: install Eclipse Temurin 25 (package temurin-25-jdk of the Adoptium repository),
or unpack any JDK 25 and set JAVA_HOME."
}

# need_program <command> <what it is> <package>...
need_program() {
    local program="$1" what="$2"
    shift 2
    command -v "$program" >/dev/null && return 0
    if can_install; then
        install_packages "$@" && command -v "$program" >/dev/null && return 0
    fi
    die "$what ('$program') is needed. On Debian or Ubuntu: apt-get install $*"
}

need_maven() { need_program mvn "Maven 3.8 or newer" maven; }

need_node() {
    need_program node "Node 20.19 or newer" nodejs npm
    need_program npm "npm" npm
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
        || die "Node 20.19 or newer is needed; this is $(node --version)."
}

need_browser() {
    local program
    for program in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$program" >/dev/null; then
            MADANG_CHROMIUM="${MADANG_CHROMIUM:-$(command -v "$program")}"
            break
        fi
    done
    if [ -z "${MADANG_CHROMIUM:-}" ]; then
        need_program chromium "Chromium" chromium fonts-noto-cjk
        MADANG_CHROMIUM="$(command -v chromium)"
    fi
    export MADANG_CHROMIUM
    if can_install && command -v fc-list >/dev/null && ! fc-list :lang=ko | grep -q .; then
        install_packages fonts-noto-cjk || say "No Korean font: pictures of the browser tests will show boxes."
    fi
}
