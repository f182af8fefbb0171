#!/usr/bin/env bash
# Builds Fleming Viewer where needed, and starts it. Arguments go through to the viewer; without any it opens the sample
# chest CT, ready to ask about. Without a display it asks by itself and leaves pictures, report and session in ./demo-output.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

targets=(fleming-viewer fleming)
if [ ! -f "$root/resources/demo_model/config.json" ]; then  # until the trained model is there, one whose words mean nothing
    targets+=(fleming_random_model)
    export FLEMING_MODEL="${FLEMING_MODEL:-$root/build/release/random_model}"
fi
"$root/packaging/build.sh" -- --target "${targets[@]}"

[ $# -gt 0 ] || set -- --sample ct_chest
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$root/build/release/bin/fleming-viewer" "$@"
fi

output="$PWD/demo-output"
echo "There is no display: the viewer plays its main job on a virtual one. What it leaves goes to $output."
"$root/packaging/with-display.sh" "$root/build/release/bin/fleming-viewer" --demo-output "$output" "$@"
echo
echo "In $output:"
ls -l "$output"
