#!/usr/bin/env bash
# build.sh [CONFIGURE OPTIONS ...] [-- BUILD OPTIONS ...]: installs missing packages, configures the release preset and builds
# it. FLEMING_PRESET selects another preset.
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

# The compiler uses up to 2 GB for a file with torch's headers.
memory_jobs=$(awk '/MemAvailable/ {print int($2 / 2097152)}' /proc/meminfo)
jobs=$(nproc)
[ "$memory_jobs" -ge "$jobs" ] || jobs=$((memory_jobs > 0 ? memory_jobs : 1))

preset="${FLEMING_PRESET:-release}"
cmake --preset "$preset" "${configure[@]}"
cmake --build --preset "$preset" --parallel "$jobs" "$@"
