#!/bin/bash
# Installs the command, linked so that it runs where Swift is not installed, with its models and data beside it.
# Usage: [PREFIX=…] [DESTDIR=…] Scripts/install.sh MODEL…
set -euo pipefail

root=${DESTDIR:-}${PREFIX:-/usr/local}
build=(swift build -c release --static-swift-stdlib --scratch-path .build-install --product readout)
"${build[@]}" -Xlinker -s
binary=$("${build[@]}" --show-bin-path)/readout

install -d "$root/bin" "$root/share/readout/model" "$root/share/readout/data"
install -m 755 "$binary" "$root/bin/readout"
install -m 644 "$@" "$root/share/readout/model/"
cp -R Data/. "$root/share/readout/data/"
chmod -R u=rwX,go=rX "$root/share/readout"
echo "Installed $root/bin/readout, and its models and data in $root/share/readout."
