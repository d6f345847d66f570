#!/bin/bash
# Sees to what the build needs of the system, and says what each thing is for.
# Installs missing Debian packages when it may; otherwise prints the one line to run.
set -euo pipefail

lacking=0
need() {  # command, what for, where from
  if ! command -v "$1" >/dev/null; then
    echo "Missing: $1, $2. $3" >&2
    lacking=1
  fi
}
need swift "the compiler" "Install Swift 6.3 or later from https://www.swift.org/install/linux/."
need python3 "which fetches the language model" "On Debian: apt-get install python3 python3-pip."
need git "with which the Swift package manager fetches swift-argument-parser" "On Debian: apt-get install git."
if command -v python3 >/dev/null && ! python3 -m pip --version >/dev/null 2>&1; then
  echo "Missing: pip, which fetches the language model. On Debian: apt-get install python3-pip." >&2
  lacking=1
fi
((lacking == 0)) || exit 1

packages=()
# Asks the compiler that the build will ask, so any place where it finds the header will do.
if [[ ! -e /usr/include/zlib.h ]] && ! echo "#include <zlib.h>" | clang -fsyntax-only -x c - 2>/dev/null; then
  echo "Missing: zlib1g-dev, zlib's header, to read the language model's package (a ZIP archive)." >&2
  packages+=(zlib1g-dev)
fi
if [[ ! -e /usr/include/sqlite3.h ]] && ! echo "#include <sqlite3.h>" | clang -fsyntax-only -x c - 2>/dev/null; then
  echo "Missing: libsqlite3-dev, SQLite's header, for the archive." >&2
  packages+=(libsqlite3-dev)
fi
if [[ ! -e /usr/include/libxml2/libxml/parser.h ]] && ! pkg-config --exists libxml-2.0 2>/dev/null; then
  echo "Missing: libxml2-dev, the headers of libxml2, with which newswire XML and feeds are read." >&2
  packages+=(libxml2-dev)
fi
if ! command -v pkg-config >/dev/null; then
  echo "Missing: pkg-config, which tells the build where libxml2's headers are." >&2
  packages+=(pkg-config)
fi
# Names for the file of places; the program does without.
if [[ ! -e /usr/share/iso-codes/json/iso_3166-2.json ]]; then
  if command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
    packages+=(iso-codes)
  else
    echo "Not there: iso-codes, the names of provinces; readouts do without. On Debian: sudo apt-get install iso-codes" >&2
  fi
fi
((${#packages[@]} > 0)) || exit 0

if command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
  echo "Installing ${packages[*]} with apt-get." >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2
else
  echo "Please run: sudo apt-get install ${packages[*]}" >&2
  exit 1
fi
