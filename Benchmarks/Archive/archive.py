"""How fast articles go into an archive, beside the coder alone, and how large one of 100,000 articles is."""

import argparse
import pathlib
import resource
import subprocess
import sys
import tempfile
import time


def run(arguments, output=None):
    """Seconds of processor time and of the clock that a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(arguments, check=True, stdout=output)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readout", required=True)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--corpus", nargs="+", required=True)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--attribution", default="encoder")
    parser.add_argument("--archive", help="where to keep the large archive; else it is removed")
    options = parser.parse_args()
    method = ["--attribution", options.attribution]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        readouts = folder / "readouts.jsonl"
        with readouts.open("wb") as file:
            coding = run([options.readout, "code", *options.corpus, *method, "--quiet", "--format", "jsonl"], file)
        with readouts.open("rb") as file:
            count = sum(1 for _ in file)
        small = folder / "small.readout"
        ingest = [options.readout, "ingest", *options.corpus, *method, "--quiet", "--into", small]
        ingesting = run(ingest, subprocess.DEVNULL)
        again = run(ingest, subprocess.DEVNULL)
        print(f"{count} articles, {options.attribution}: articles a second of processor time (of the clock)")
        for name, (processor, clock) in (("code", coding), ("ingest", ingesting), ("ingest again", again)):
            print(f"  {name:13} {count / processor:7.1f} ({count / clock:.1f})")
        share = coding[0] / ingesting[0]
        print(f"  ingest runs at {share:.0%} of the coder's speed ({coding[1] / ingesting[1]:.0%} by the clock)")
        subprocess.run([options.readout, "archive", "check", "--archive", small], check=True)
        large = options.archive or folder / "large.readout"
        sys.stdout.flush()
        subprocess.run([options.benchmark, "fill", readouts, large, str(options.articles)], check=True)
        subprocess.run([options.benchmark, "ask", large], check=True)


if __name__ == "__main__":
    main()
