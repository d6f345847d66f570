#!/bin/bash
# Two ingests write into one archive while ten readers ask it: nobody may fail, nothing may be missing.
# usage: archive-crowd-test.sh READOUT [ARTICLES]
set -euo pipefail

readout=$1
articles=${2:-400}
folder=$(mktemp -d)
archive=$folder/a.readout
jobs=()
clean_up() {
  [[ ${#jobs[@]} == 0 ]] || kill -9 "${jobs[@]}" 2>/dev/null || true
  wait || true
  rm -rf "$folder"
}
trap clean_up EXIT

# Each ingest has articles of its own, and half of them are the other's too.
mkdir "$folder"/{one,two}
for ((number = 1; number <= articles; number++)); do
  printf 'OSLO, March 3 -- Minister Ada Lind told Sweden on Tuesday that Norway would open %d roads over the border.\n\n"We want %d more," she said after a meeting with Foreign Minister Bo Berg in Malmö.\n' \
    "$number" "$((number + 7))" > "$folder/$number.txt"
  case $((number % 4)) in
    0) cp "$folder/$number.txt" "$folder/one" ;;
    1) cp "$folder/$number.txt" "$folder/two" ;;
    *) cp "$folder/$number.txt" "$folder/one"; cp "$folder/$number.txt" "$folder/two" ;;
  esac
done

ingest() { "$readout" ingest "$folder/$1" --into "$archive" --attribution rules --quiet > "$folder/$1.out" 2> "$folder/$1.err"; }
# Asks until the ingests are done, and prints how often.
ask() {
  local questions=("ask statements --by Norway" "ask events --between NOR,SWE" "ask people Lind" "ask agenda" "ask network" "ask commitments --by NOR"
    "ask positions --of NOR" "brief NOR-SWE" "archive stats" "ask timeline --of SWE")
  local number=0
  while [[ ! -e $folder/done ]]; do
    # shellcheck disable=SC2086
    "$readout" ${questions[$1]} --archive "$archive" > "$folder/ask$1.out" 2> "$folder/ask$1.err" || { echo "failed: ${questions[$1]}"; return 1; }
    number=$((number + 1))
  done
  echo "$number"
}

# Readers want an archive that exists.
"$readout" ingest "$folder/1.txt" --into "$archive" --attribution rules --quiet
for one in one two; do ingest $one & jobs+=($!); done
writers=("${jobs[@]}")
for reader in {0..9}; do ask "$reader" > "$folder/reader$reader" & jobs+=($!); done

status=0
for writer in "${writers[@]}"; do wait "$writer" || status=1; done
touch "$folder/done"
for job in "${jobs[@]:2}"; do wait "$job" || status=1; done
jobs=()
if ((status)) || cat "$folder"/*.err | grep -q .; then
  echo "somebody failed" >&2
  tail -n 5 "$folder"/*.err "$folder"/reader* >&2
  exit 1
fi
"$readout" archive check --archive "$archive"
stored=$("$readout" archive stats --archive "$archive" | sed -n 's/^\([0-9]*\) articles:.*/\1/p')
echo "two ingests wrote $stored of $articles articles while ten readers got $(($(tr '\n' '+' < <(cat "$folder"/reader*)) 0)) answers"
((stored == articles))
