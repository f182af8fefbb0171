#!/usr/bin/env bash
# with-display.sh COMMAND ...: runs a command on a new virtual display, and stops the display afterwards.
# FLEMING_DISPLAY_WITHOUT_OPENGL=1 starts a display without OpenGL.
set -euo pipefail

glx=+extension
[ -z "${FLEMING_DISPLAY_WITHOUT_OPENGL:-}" ] || glx=-extension
number_file="$(mktemp)"
Xvfb -displayfd 3 -screen 0 1600x1000x24 "$glx" GLX -nolisten tcp 3>"$number_file" >/dev/null 2>&1 &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; wait "$xvfb" 2>/dev/null || true; rm -f "$number_file"' EXIT

for _ in $(seq 100); do
    [ -s "$number_file" ] && break
    if ! kill -0 "$xvfb" 2>/dev/null; then
        echo "The virtual display (Xvfb) did not start." >&2
        exit 1
    fi
    sleep 0.1
done
[ -s "$number_file" ] || { echo "The virtual display (Xvfb) did not start within 10 s." >&2; exit 1; }

status=0
env -u WAYLAND_DISPLAY DISPLAY=":$(tr -d '[:space:]' <"$number_file")" QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 "$@" || status=$?
exit $status
