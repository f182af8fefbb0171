#!/usr/bin/env bash
# build.sh [CMake options and --target NAMES ...]: installs what is missing, configures the release preset and builds it.
# Everything before "--" goes to the configuration, everything after it to the build. FLEMING_PRESET names another preset.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

configure=()
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
    configure+=("$1")
    shift
done
[ $# -eq 0 ] || shift

"$root/packaging/install-packages.sh"
cd "$root"

# A compiler takes up to 2 GB with torch's headers.
memory_jobs=$(awk '/MemAvailable/ {print int($2 / 2097152)}' /proc/meminfo)
jobs=$(nproc)
[ "$memory_jobs" -ge "$jobs" ] || jobs=$((memory_jobs > 0 ? memory_jobs : 1))

preset="${FLEMING_PRESET:-release}"
cmake --preset "$preset" "${configure[@]}"
cmake --build --preset "$preset" --parallel "$jobs" "$@"
