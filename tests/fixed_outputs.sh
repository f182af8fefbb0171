#!/usr/bin/env bash
# fixed_outputs.sh PROGRAM: prints a SHA-256 for each output of PROGRAM (`fleming`) for fixed inputs: pixels of frames, model
# inputs, token ids and answers. Compares two versions by hand:
# fixed_outputs.sh OLD/fleming >a; fixed_outputs.sh NEW/fleming >b; diff a b
set -euo pipefail
program="$(readlink -f "$1")"
root="$(dirname "$(dirname "$(readlink -f "$0")")")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export FLEMING_MODEL="$root/resources/demo_model" OMP_NUM_THREADS=1

digest() { echo "$(sha256sum | cut -c1-64)  $1"; }
# Hashes the images only: the JSON beside them contains times and paths.
pixels() { for image in "$1"/*.png; do cat "$image"; done; }

"$root/tests/make_fixed_inputs.py" "$work/inputs"
inputs=("$root"/resources/samples/*[!d] "$root"/tests/fixtures/pictures/*.{png,jpg,tif,bmp} "$root"/tests/fixtures/videos/*.{gif,mp4,webm,avi,mkv}
    "$root"/tests/fixtures/dicom/*.dcm "$work"/inputs/*)
for input in "${inputs[@]}"; do
    name="${input#"$root"/}" name="${name#"$work"/}"
    for options in "" "--count 5" "--plane coronal --count 4" "--plane sagittal --count 3" "--window 40,400" "--minmax"; do
        rm -rf "$work/out"
        # shellcheck disable=SC2086
        if "$program" frames "$input" $options -o "$work/out" >/dev/null 2>"$work/said"; then
            pixels "$work/out" | digest "frames $name $options"
        else
            echo "refused  frames $name $options"
        fi
    done
    if "$program" pixels "$input" -o "$work/in.npy" >/dev/null 2>&1; then digest "pixels $name" <"$work/in.npy"; fi
done
for input in "$root"/resources/samples/*[!d]; do
    name="${input#"$root"/}"
    "$program" ask "$input" -q "What does this show? Image by image." --max-new-tokens 60 2>/dev/null | digest "answer $name" || true
done
"$program" tokenize "Is there a nodule in the 左 lung? <think>" | digest "ids"
