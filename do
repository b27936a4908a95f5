#!/bin/sh
# One word does a whole job, set-up included: ./do demo, ./do test, ./do tidewaiter COMMAND…
# Needs Python 3.11 or newer with venv and pip, and nothing else.
set -eu
cd "$(dirname "$0")"

venv=${TIDEWAITER_VENV:-.venv}

find_python() {
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "tidewaiter needs Python 3.11 or newer; none was found on PATH (set PYTHON=/path/to/python3.11)" >&2
    exit 1
}

# A stamp of what the environment was built from: it is built again only when that changed.
install() {
    extra=$1
    stamp="$venv/.tidewaiter-$extra"
    if [ ! -f "$stamp" ] || ! cat pyproject.toml constraints.txt | cmp -s - "$stamp"; then
        python=$(find_python)
        [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
        echo "setting up $venv (once) …" >&2
        if [ "$extra" = core ]; then target="."; else target=".[$extra]"; fi
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$target" >&2
        cat pyproject.toml constraints.txt > "$stamp"
    fi
}

# Apache Spark (450 MB) needs Java; where there is none its tests are skipped, saying so.
test_extras() {
    major=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    if [ "${major:-0}" -ge 17 ]; then echo dev,spark; else echo dev; fi
}

case "${1:-help}" in
    demo)
        shift
        install core
        exec "$venv/bin/tidewaiter" demo "$@"
        ;;
    test)
        shift
        install "$(test_extras)"
        "$venv/bin/ruff" check --quiet .
        "$venv/bin/ruff" format --quiet --check .
        "$venv/bin/mypy"
        exec "$venv/bin/python" -m pytest "$@"
        ;;
    tidewaiter)
        shift
        install core
        exec "$venv/bin/tidewaiter" "$@"
        ;;
    *)
        echo "usage: ./do demo | ./do test [PYTEST-OPTIONS] | ./do tidewaiter COMMAND…"
        [ "${1:-help}" = help ]
        ;;
esac
