#!/usr/bin/env bash
# Builds Fleming Viewer where needed, and runs all its tests. Arguments go through to ctest (for example: -R tokenizer).
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

options=(-DFLEMING_TESTS=ON)
# In continuous integration a warning of ours is an error.
[ -z "${CI:-}" ] || options+=(-DFLEMING_WARNINGS_AS_ERRORS=ON)
"$root/packaging/build.sh" "${options[@]}"

cd "$root"
# Two model tests that each take all cores are slower than one after the other.
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
"$root/packaging/with-display.sh" ctest --preset release --parallel "$(nproc)" "$@"
