#!/bin/bash
# Kills ingests at random moments, 200 times by default, and sees to it that the archive stays whole and the work gets done.
# usage: ingest-kill-test.sh READOUT [TIMES]
set -euo pipefail

readout=$1
times=${2:-200}
folder=$(mktemp -d)
ingest=
clean_up() {
  [[ -z $ingest ]] || kill -9 "$ingest" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

archive=$folder/a.readout
articles=0
add_articles() {  # some more, so that there is always work to be killed in
  mkdir -p "$folder/news"
  for _ in {1..60}; do
    articles=$((articles + 1))
    printf 'OSLO, March 3 -- Minister Ada Lind told Sweden on Tuesday that Norway would open %d roads over the border.\n\n"We want %d more," she said after a meeting with Foreign Minister Bo Berg in Malmö.\n' \
      "$articles" "$((articles + 7))" > "$folder/news/$articles.txt"
  done
}

add_articles
killed=0
finished=0
while ((killed + finished < times)); do
  "$readout" ingest "$folder/news" --into "$archive" --attribution rules --quiet > "$folder/out" 2> "$folder/err" &
  ingest=$!
  # Start-up takes a part of this; the rest hits the opening, the reading, the coding, the writing, the closing.
  sleep "0.$((RANDOM % 60 + 10))"
  if kill -9 "$ingest" 2>/dev/null; then killed=$((killed + 1)); else finished=$((finished + 1)); add_articles; fi
  wait "$ingest" 2>/dev/null || true
  ingest=
  if [[ -s $folder/err ]]; then echo "an ingest failed: $(cat "$folder/err")" >&2; exit 1; fi
  if (((killed + finished) % 20 == 0)) && [[ -e $archive ]]; then
    "$readout" archive check --archive "$archive" > "$folder/out" || { cat "$folder/out" >&2; exit 1; }
  fi
done

"$readout" ingest "$folder/news" --into "$archive" --attribution rules --quiet
"$readout" archive check --archive "$archive"
stored=$("$readout" archive stats --archive "$archive" | sed -n 's/^\([0-9]*\) articles:.*/\1/p')
left=$(find "$folder" -maxdepth 1 -name 'a.readout.new-*' | wc -l)
echo "$killed killed, $finished finished before; $stored of $articles articles are there; $left drafts of archives lie around"
((stored == articles))
