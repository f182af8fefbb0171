#!/usr/bin/env bash
# try_debian.sh SUITE [COMMAND ...]: installs a minimal Debian (bookworm, trixie) in a folder, copies the repository into it, and
# runs packaging/test.sh and packaging/run.sh (the demo) there, or COMMAND instead. Needs root, debootstrap, and about 15 GB in
# build/debian-SUITE or $FLEMING_TRY_FOLDER. The folder is kept for the next run. Uses $DEBIAN_MIRROR, or else the Debian mirror
# of this system's apt.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"

[ $# -ge 1 ] || { echo "Usage: $0 SUITE [COMMAND ...]" >&2; exit 2; }
suite="$1"
shift
[ "$(id -u)" -eq 0 ] || { echo "Making a system in a folder is root's work: run this as root." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt-get install debootstrap." >&2; exit 1; }
system="${FLEMING_TRY_FOLDER:-$root/build/debian-$suite}"
mkdir -p "$system"
system="$(readlink -f "$system")"

if [ ! -e "$system/bare-system-complete" ]; then
    mirror="${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' |
                               sort -u | sed -n 1p)}"
    [ -n "$mirror" ] || { echo "This system's apt names no mirror of Debian: set DEBIAN_MIRROR." >&2; exit 1; }
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$system" "$mirror"
    # Copies the proxy and certificate settings of apt.
    apt-config dump --no-empty --format '%F "%v";%n' Acquire::http Acquire::https Acquire::Check-Date Acquire::Check-Valid-Until \
        >"$system/etc/apt/apt.conf.d/90as-outside"
    touch "$system/bare-system-complete"
fi
cp /etc/resolv.conf "$system/etc/resolv.conf"

# Copies the working tree, including untracked files, and keeps the build folder. Unchanged files keep their time; changed
# files get the current time, so that they are newer than objects built from earlier versions.
fresh="$system/fleming.fresh"
rm -rf "$fresh"
mkdir -p "$fresh" "$system/fleming"
git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --null --ignore-failed-read --files-from=- -c | tar -C "$fresh" -xm
(cd "$fresh" && find . -type f -print0) | while IFS= read -r -d '' file; do
    if cmp -s "$fresh/$file" "$system/fleming/$file"; then touch -r "$system/fleming/$file" "$fresh/$file"; fi
done
[ ! -d "$system/fleming/build" ] || mv "$system/fleming/build" "$fresh/build"
rm -rf "$system/fleming"
mv "$fresh" "$system/fleming"

[ $# -gt 0 ] || set -- bash -c 'packaging/test.sh && packaging/run.sh'
# The mounts are private to this command and end with it.
exec unshare --mount --pid --fork --kill-child bash -c '
    mount --make-rprivate /
    mount --rbind /dev "$0/dev"
    mount -t proc proc "$0/proc"
    mount -t tmpfs tmpfs "$0/tmp"
    cd "$0"
    exec chroot . env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${CI:+CI="$CI"} \
        sh -c '\''cd /fleming && exec "$@"'\'' sh "$@"' "$system" "$@"
