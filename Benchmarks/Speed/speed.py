"""Measures Readout's pipeline beside spaCy's on the same texts, and prints the tables of README's *Speed*."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import corpus

SENTENCE = b"Seoul welcomed the talks."
STARTS = 20
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


def answer(command):
    """What a program prints as JSON."""
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD).stdout)


def measure(command):
    """Wall seconds, processor seconds and peak memory in bytes of a program whose output nobody reads."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def milliseconds_to_first_token(command):
    """From the start of a fresh process to the first byte that it prints, for a text of one sentence."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    child.stdin.write(SENTENCE)
    child.stdin.close()
    child.stdout.read(1)
    elapsed = time.perf_counter() - begin
    child.stdout.close()
    child.wait()
    return elapsed * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readout", required=True, help="the built command")
    parser.add_argument("--benchmark", required=True, help="the built benchmark")
    parser.add_argument("--model", required=True, help="the converted model")
    parser.add_argument("--corpus", help="a folder of .txt files")
    parser.add_argument("--skip-spacy", action="store_true", help="measure Readout alone, which takes a tenth of the time")
    arguments = parser.parse_args()

    folder, paths, texts = corpus.texts(arguments.corpus)
    files = [str(path) for path in paths]
    ours = answer([arguments.benchmark, "pipeline", arguments.model, *files])
    parse = [arguments.readout, "parse", "--quiet", "--model", arguments.model, "--format", "json"]
    _, _, memory = measure([*parse, "--jobs", "1", *files])
    start = statistics.median(milliseconds_to_first_token([*parse, "-"]) for _ in range(STARTS))
    walls = {jobs: min(measure([*parse, "--jobs", str(jobs), *files])[0] for _ in range(3)) for jobs in (1, 2)}
    rate = ours["tokens"] / ours["cpu"]

    theirs = None
    if not arguments.skip_spacy:
        theirs = answer([sys.executable, str(HERE / "spacy_speed.py"), *files])

    print(f"{len(texts)} texts of {folder}, {ours['tokens']:,} tokens; kernels in {ours['kernel']}, {os.cpu_count()} cores\n")
    print("| | Readout | spaCy | ratio | wanted |\n| --- | ---: | ---: | ---: | ---: |")

    def row(name, mine, other, ratio, wanted):
        print(f"| {name} | {mine} | {other} | {ratio} | {wanted} |")

    if theirs:
        their_rate = theirs["tokens"] / theirs["cpu"]
        row("tokens a CPU second, one thread", f"{rate:,.0f}", f"{their_rate:,.0f}", f"{rate / their_rate:.1f}", "≥ 10")
        row(
            "peak memory", f"{memory / 1e6:.0f} MB", f"{theirs['memory'] / 1e6:,.0f} MB",
            f"{memory / theirs['memory']:.2f}", "≤ 150 MB",
        )
        row(
            "start to first token", f"{start:.0f} ms", f"{theirs['start'] * 1000:,.0f} ms",
            f"{start / theirs['start'] / 1000:.2f}", "≤ 50 ms",
        )
    else:
        row("tokens a CPU second, one thread", f"{rate:,.0f}", "", "", "")
        row("peak memory", f"{memory / 1e6:.0f} MB", "", "", "≤ 150 MB")
        row("start to first token", f"{start:.0f} ms", "", "", "≤ 50 ms")
    row("`readout parse --jobs 2` against `--jobs 1`", f"{walls[1] / walls[2]:.2f} times", "", "", "≥ 1.8")
    if theirs:
        print(f"\nspaCy {theirs['version']}, batch size {theirs['batch']}, the best of {theirs['rates']} tokens a second.")

    print("\n| where Readout's time goes | share | microseconds a token |\n| --- | ---: | ---: |")
    for name, seconds in ours["stages"].items():
        print(f"| {name} | {seconds / ours['cpu']:.1%} | {seconds / ours['tokens'] * 1e6:.2f} |")
    encoder = ours["encoder"]
    print(
        f"\nThe convolutions' matrix products do {encoder['flops'] / encoder['seconds'] / 1e9:.1f} GFLOP/s, "
        f"{encoder['flops'] / encoder['seconds'] / ours['peak']:.0%} of the {ours['peak'] / 1e9:.1f} GFLOP/s "
        f"that the kernel reaches alone."
    )


if __name__ == "__main__":
    main()
