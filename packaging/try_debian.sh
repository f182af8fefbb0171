#!/usr/bin/env bash
# try_debian.sh SUITE [COMMAND ...]: makes a bare Debian (bookworm, trixie) in a folder, copies the repository into it, and
# runs there the two commands that a user would: packaging/test.sh and packaging/run.sh (which, without a display, plays its
# demo). COMMAND takes their place. Wants root, debootstrap, and some 15 GB in build/debian-SUITE, or in $FLEMING_TRY_FOLDER;
# what was built there stays for the next run. Debian's mirror is the one that this system's apt uses, or $DEBIAN_MIRROR.
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
    # How this machine reaches the mirror is true in there too.
    apt-config dump --no-empty --format '%F "%v";%n' Acquire::http Acquire::https Acquire::Check-Date Acquire::Check-Valid-Until \
        >"$system/etc/apt/apt.conf.d/90as-outside"
    touch "$system/bare-system-complete"
fi
cp /etc/resolv.conf "$system/etc/resolv.conf"

# The repository as it stands, new files too; what was built in there stays. A file that is as it was in there keeps its
# time, any other gets a new one: else what was built of an earlier version could be newer than it.
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
# The mounts are of this command alone and end with it.
exec unshare --mount --pid --fork --kill-child bash -c '
    mount --make-rprivate /
    mount --rbind /dev "$0/dev"
    mount -t proc proc "$0/proc"
    mount -t tmpfs tmpfs "$0/tmp"
    cd "$0"
    exec chroot . env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${CI:+CI="$CI"} \
        sh -c '\''cd /fleming && exec "$@"'\'' sh "$@"' "$system" "$@"
