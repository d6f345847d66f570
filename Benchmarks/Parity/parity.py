"""Holds Readout's pipeline against spaCy, token by token, and prints the table of README's *Parity*.

A token is identical where both have one at the same characters. The other rows are over identical tokens. Exits with 1
where a row falls below what is promised.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import corpus
from reference import reference

TOKENS_WANTED = 0.9999
WANTED = 0.9995
ASPECTS = ["tag", "part of speech", "lemma", "morphology", "head and label", "sentence start", "entity"]


def tokens(doc):
    """The tokens of a `Doc.to_json()`, by their characters."""
    spans = [(token["start"], token["end"]) for token in doc["tokens"]]
    starts = {sentence["start"] for sentence in doc["sents"]}
    numbers = {span[0]: number for number, span in enumerate(spans)}
    entities = {}
    for entity in doc["ents"]:
        number = numbers[entity["start"]]
        entities[spans[number]] = "B-" + entity["label"]
        while spans[number][1] < entity["end"]:
            number += 1
            entities[spans[number]] = "I-" + entity["label"]
    return {
        span: {
            "tag": token["tag"],
            "part of speech": token["pos"],
            "lemma": token["lemma"],
            "morphology": token["morph"],
            "head and label": (spans[token["head"]], token["dep"]),
            "sentence start": span[0] in starts,
            "entity": entities.get(span, "O"),
        }
        for span, token in zip(spans, doc["tokens"])
    }


def describe(value, text):
    if isinstance(value, tuple):
        return f"{text[slice(*value[0])]!r} {value[1]}"
    return repr(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readout", required=True, help="the built command")
    parser.add_argument("--model", required=True, help="the converted model")
    parser.add_argument("--corpus", help="a folder of .txt files")
    parser.add_argument("--examples", type=int, default=3, help="differences shown for each row")
    arguments = parser.parse_args()

    folder, paths, texts = corpus.texts(arguments.corpus)
    command = [arguments.readout, "parse", "--format", "json", "--model", arguments.model, *map(str, paths)]
    ours = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    total = identical = 0
    differing = Counter()
    examples = defaultdict(list)
    for path, text, theirs, line in zip(paths, texts, reference(texts), ours.stdout, strict=True):
        want, have = tokens(theirs), tokens(json.loads(line))
        total += len(want)
        for span, values in want.items():
            if span not in have:
                examples["token"].append(f"{path.name}:{span[0]} {text[slice(*span)]!r}")
                continue
            identical += 1
            for aspect in ASPECTS:
                if values[aspect] != have[span][aspect]:
                    differing[aspect] += 1
                    examples[aspect].append(
                        f"{path.name}:{span[0]} {text[slice(*span)]!r}: spaCy {describe(values[aspect], text)}, "
                        f"Readout {describe(have[span][aspect], text)}"
                    )
    if ours.wait() != 0:
        raise SystemExit(f"{' '.join(command[:6])} … ended with {ours.returncode}")

    print(f"{len(texts)} texts of {folder}, {total:,} tokens\n")
    print("| | identical | differing | wanted |\n| --- | ---: | ---: | ---: |")
    print(f"| token | {identical / total:.4%} | {total - identical} | {TOKENS_WANTED:.2%} |")
    kept = identical >= TOKENS_WANTED * total
    for aspect in ASPECTS:
        share = 1 - differing[aspect] / identical
        kept = kept and share >= WANTED
        print(f"| {aspect} | {share:.4%} | {differing[aspect]} | {WANTED:.2%} |")
    for aspect in ["token", *ASPECTS]:
        if examples[aspect]:
            print(f"\n{aspect}:")
            for example in examples[aspect][: arguments.examples]:
                print(f"  {example}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
