#!/usr/bin/env bash
# Runs clang-tidy 14 on the sources of the program and fails on a finding.
# Run: tests/tidy.sh [FOLDER or FILE...], by default all folders. JOBS is the number of processes, by default one per core.
# Without clang-tidy 14, the script prints a message and does nothing.
set -euo pipefail
cd "$(dirname "$(dirname "$(readlink -f "$0")")")"

tidy="$(command -v clang-tidy-14)" || { echo "SKIPPED: clang-tidy version 14 is not installed."; exit 0; }
[ $# -gt 0 ] || set -- base inference viewer app ui

# clang cannot read the precompiled headers of GCC.
build=build/tidy
cmake --preset release -B "$build" -DFLEMING_PRECOMPILED_HEADERS=OFF >/dev/null
report="$build/tidy.txt"

# Files that the build leaves out (CUDA) have no compile command.
find "$@" -name '*.cpp' | while read -r file; do
    ! grep -qF "\"file\": \"$PWD/$file\"" "$build/compile_commands.json" || echo "$file"
done | xargs -P "${JOBS:-$(nproc)}" -I{} sh -c '
    "$1" -quiet -p "$2" --extra-arg=-ferror-limit=0 "$3" 2>/dev/null
    [ $? -le 1 ] || echo "$PWD/$3: error: clang-tidy did not finish"
' - "$tidy" "$build" {} >"$report"

# clang 14 reports errors in headers of ITK and libtorch, and does not know the CPU feature "amx-tile": GCC compiles both.
if grep -E "^$PWD/.*: (warning|error):" "$report" | grep -v "invalid cpu feature string" | sort -u | grep .; then
    echo "The whole report: $report"
    exit 1
fi
