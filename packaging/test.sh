#!/usr/bin/env bash
# Builds Fleming Viewer if needed and runs its tests. Passes its arguments to ctest, for example -R tokenizer.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

options=(-DFLEMING_TESTS=ON)
# In continuous integration, warnings are errors.
[ -z "${CI:-}" ] || options+=(-DFLEMING_WARNINGS_AS_ERRORS=ON)
"$root/packaging/build.sh" "${options[@]}"

cd "$root"
# Tests run in parallel. Model tests that each use all cores would slow each other down.
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
"$root/packaging/with-display.sh" ctest --preset release --parallel "$(nproc)" "$@"
