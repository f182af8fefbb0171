#!/usr/bin/env bash
# Builds Fleming Viewer if needed and starts it. Passes its arguments to the viewer; without arguments, opens the sample chest
# CT. Without a display, runs a demo on a virtual display, which writes images, a report and a session to ./demo-output.
# "--cuda" as the first argument builds with CUDA, which needs nvcc. It uses the libtorch in CMAKE_PREFIX_PATH, else that of
# python3's torch package, else one that it installs into build/torch.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

preset=release
if [ "${1:-}" = "--cuda" ]; then
    shift
    preset=cuda
    if [ -z "${CMAKE_PREFIX_PATH:-}" ]; then
        where='import torch; print(torch.utils.cmake_prefix_path)'
        if ! CMAKE_PREFIX_PATH="$(python3 -c "$where" 2>/dev/null)"; then
            torch="$root/build/torch"
            [ -x "$torch/bin/python" ] || python3 -m venv "$torch"
            "$torch/bin/pip" install --quiet torch numpy
            CMAKE_PREFIX_PATH="$("$torch/bin/python" -c "$where")"
        fi
        export CMAKE_PREFIX_PATH
    fi
fi
build="$root/build/$preset"

FLEMING_PRESET="$preset" "$root/packaging/build.sh" -- --target fleming-viewer fleming

[ $# -gt 0 ] || set -- --sample ct_chest
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$build/bin/fleming-viewer" "$@"
fi

output="$PWD/demo-output"
echo "There is no display: the viewer plays its main job on a virtual one. What it leaves goes to $output."
"$root/packaging/with-display.sh" "$build/bin/fleming-viewer" --demo-output "$output" "$@"
echo
echo "In $output:"
ls -l "$output"
