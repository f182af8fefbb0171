#!/usr/bin/env bash
# Installs the missing packages of apt-packages.txt. Does nothing if no required package is missing.
set -euo pipefail
list="$(dirname "$(readlink -f "$0")")/apt-packages.txt"

if ! command -v apt-get >/dev/null; then
    echo "This system has no apt: install what $list names by hand; going on." >&2
    exit 0
fi

# Reads the whole output: with pipefail, a reader that exits early (grep -q) would make the pipeline fail.
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
available() { [[ "$(apt-cache policy "$1" 2>/dev/null)" =~ Candidate:\ [^\(] ]]; }

# "a|b" is satisfied by any of the packages; "?a" is optional.
needs=()
while read -r line; do
    line="${line%%#*}"
    line="${line//[[:space:]]/}"
    [ -n "$line" ] || continue
    met=no
    IFS='|' read -ra choices <<<"${line#\?}"
    for package in "${choices[@]}"; do
        if installed "$package"; then met=yes; fi
    done
    [ $met = yes ] || needs+=("$line")
done <"$list"

wanted=0
for need in "${needs[@]}"; do
    [ "${need:0:1}" = "?" ] || wanted=1
done
# Missing optional packages alone do not start an installation.
[ $wanted = 1 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing packages: ${needs[*]}. Install them as root, or install sudo, and run this again." >&2
        exit 1
    fi
    as_root=(sudo)
fi

"${as_root[@]}" apt-get update -q
packages=()
for need in "${needs[@]}"; do
    found=no
    IFS='|' read -ra choices <<<"${need#\?}"
    for package in "${choices[@]}"; do
        if available "$package"; then
            packages+=("$package")
            found=yes
            break
        fi
    done
    if [ $found = no ] && [ "${need:0:1}" != "?" ]; then
        echo "No package found for: $need" >&2
        exit 1
    fi
done
echo "Installing: ${packages[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
