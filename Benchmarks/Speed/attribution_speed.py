"""Measures `readout code` with the encoder and with rules on one core, beside the same encoder in PyTorch."""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import corpus
import speed

TOKENS = 900
ARTICLES = 40
ROUNDS = 5
TOKEN = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
"""Near enough to the tokenizer's to cut texts by."""
SENTENCE_END = re.compile(r"(?<=[.!?]\s)")


def articles(texts):
    """Texts of about `TOKENS` tokens: long ones are cut after a sentence, short ones go on with the next."""
    found, parts, count = [], [], 0
    for text in texts:
        for part in SENTENCE_END.split(f"{text}\n\n"):
            tokens = len(TOKEN.findall(part))
            if parts and count + tokens / 2 > TOKENS:
                found.append("".join(parts))
                # An article begins where a text begins, so the rest of this one is left.
                parts, count = [], 0
                break
            parts.append(part)
            count += tokens
    found = found or ["".join(parts)]
    return found[:: max(1, len(found) // ARTICLES)][:ARTICLES]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readout", required=True, help="the built command")
    parser.add_argument("--benchmark", required=True, help="the built benchmark")
    parser.add_argument("--model", required=True, help="the converted language model")
    parser.add_argument("--attribution-model", required=True, help="the encoder; rules alone if missing")
    parser.add_argument("--training-python", required=True, help="a Python with training/requirements.txt")
    parser.add_argument("--corpus", help="a folder of .txt files")
    arguments = parser.parse_args()

    # All on one core, the last: the first often has the system's work too.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    common = ["--quiet", "--jobs", "1", "--model", arguments.model]
    code = [arguments.readout, "code", *common, "--format", "jsonl"]
    methods = {"rules": [*code, "--attribution", "rules"]}
    has_encoder = Path(arguments.attribution_model).is_file()
    if has_encoder:
        encoder = ["--attribution", "encoder", "--attribution-model", arguments.attribution_model]
        methods = {"encoder": [*code, *encoder], **methods}

    folder, _, texts = corpus.texts(arguments.corpus)
    texts = articles(texts)
    rates, memory, alone = {name: [] for name in methods}, {name: [] for name in methods}, []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        files = [str(scratch / f"{index:03}.txt") for index in range(len(texts))]
        for file, text in zip(files, texts):
            Path(file).write_bytes(text.encode())
        sentence, features = scratch / "sentence.txt", scratch / "features.jsonl"
        sentence.write_bytes(speed.SENTENCE)
        with features.open("wb") as output:
            subprocess.run([arguments.readout, "features", *common, *files], check=True, stdout=output)
        encoder_speed = [
            arguments.training_python, str(HERE / "encoder_speed.py"), arguments.benchmark,
            arguments.attribution_model, str(features),
        ]
        # Taken in turns, so that whatever else the machine does falls on all alike.
        for _ in range(ROUNDS):
            for name, command in methods.items():
                _, start, _ = speed.measure([*command, str(sentence)])
                _, seconds, peak = speed.measure([*command, *files])
                rates[name].append(len(texts) / (seconds - start))
                memory[name].append(peak)
            if has_encoder:
                alone.append(speed.answer(encoder_speed))
        with features.open() as lines:
            tokens = statistics.mean(len(json.loads(line)["tokens"]) for line in lines)

    print(
        f"\n{len(texts)} articles of {folder}, {tokens:.0f} tokens each; "
        f"one core, start-up left out, medians of {ROUNDS} runs\n"
    )
    print("| | articles a CPU second | wanted | peak memory | wanted |\n| --- | ---: | ---: | ---: | ---: |")
    names = {"encoder": "`readout code`", "rules": "`readout code --attribution rules`"}
    wanted = {"encoder": "≥ 12", "rules": "≥ 40"}
    for name in methods:
        rate, peak = statistics.median(rates[name]), statistics.median(memory[name])
        print(f"| {names[name]} | {rate:.1f} | {wanted[name]} | {peak / 1e6:.0f} MB | ≤ 250 MB |")
    if not has_encoder:
        print(f"\n{arguments.attribution_model} is not there: the encoder and PyTorch are left out.")
        return
    for key, name in {
        "readout": "the encoder alone",
        "eightBit": "the encoder alone, PyTorch in 8 bits",
        "single": "the encoder alone, PyTorch in floats",
    }.items():
        print(f"| {name} | {len(texts) / statistics.median(run[key] for run in alone):.1f} | | | |")
    print(f"\nPyTorch {alone[0]['version']}; {alone[0]['pieces'] / len(texts):,.0f} word pieces an article.")


if __name__ == "__main__":
    main()
