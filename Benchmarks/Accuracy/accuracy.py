"""Scores readouts against gold annotation, and prints the tables of README's *Accuracy*.

The gold and its scorers are not part of the repository, for their texts belong to others; `--data` is the folder where
they lie. What is not there is left out.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


class Scorer:
    """Runs articles through `readout code` and the outcome through the scorer of a set."""

    def __init__(self, readout, data, scratch):
        self.readout, self.data, self.scratch = readout, data, Path(scratch)

    def _python(self, script, *arguments, check=True):
        return subprocess.run(
            [sys.executable, str(self.data / script), *map(str, arguments)],
            check=check, stdout=subprocess.PIPE, encoding="utf-8",
        ).stdout

    def score(self, kind, gold, script):
        """The figures of the set `kind`, or nothing where it is not there."""
        gold = self.data / gold
        if not gold.exists():
            return None
        articles, readouts, predictions = (self.scratch / f"{kind}.{part}.jsonl" for part in ("in", "out", "predicted"))
        articles.write_text(self._python("eval/adapt.py", "inputs", kind, gold), encoding="utf-8")
        with open(readouts, "wb") as out:
            subprocess.run(
                [self.readout, "code", "--quiet", "--format", "jsonl", str(articles)], check=True, stdout=out
            )
        predictions.write_text(self._python("eval/adapt.py", "predictions", kind, readouts), encoding="utf-8")
        return json.loads(self._python(script, gold, predictions, "--json"))

    def stories(self, gold):
        """How well articles about the same event are found, or nothing where the set is not there."""
        gold = self.data / gold
        if not gold.exists():
            return None
        command = [self.readout, "evaluate", "stories", "--quiet", "--format", "json", str(gold)]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)

    def pages(self, gold, archive, script):
        """The figures of the texts that `readout read` finds on web pages, or nothing where there are none."""
        gold, archive = self.data / gold, self.data / archive
        if not gold.exists() or not archive.exists():
            return None
        subprocess.run(["tar", "--extract", "--file", str(archive), "--directory", str(self.scratch)], check=True)
        predictions = self.scratch / "pages.predicted.jsonl"
        with open(gold, encoding="utf-8") as lines, open(predictions, "w", encoding="utf-8") as out:
            for line in lines:
                page = json.loads(line)["id"]
                # A page that cannot be read is one without a text.
                read = subprocess.run(
                    [self.readout, "read", str(self.scratch / "html" / f"{page}.html")],
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                ).stdout.splitlines()
                out.write(json.dumps({"id": page, "text": json.loads(read[0])["text"] if read else ""}) + "\n")
        return json.loads(self._python(script, gold, predictions, "--json"))

    def case(self, folder):
        """How many of a case's facts its readout has, and how many there are."""
        published = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["published"]
        readout = self.scratch / f"{folder.name}.json"
        with open(readout, "wb") as out:
            subprocess.run(
                [self.readout, "code", str(folder / "article.txt"), "--published", published, "--format", "json"],
                check=True, stdout=out,
            )
        report = self._python("cases/check.py", folder, readout, check=False)
        return tuple(map(int, re.search(r"^facts\s+(\d+) of (\d+)", report, re.MULTILINE).groups()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readout", required=True, help="the built command")
    parser.add_argument("--data", required=True, type=Path, help="the folder of gold annotation and scorers")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        raise SystemExit(f"{arguments.data}: no such folder; name the one of gold annotation with DATA=")

    print("| what | measure | Readout |\n| --- | --- | ---: |")

    def row(what, measure, value):
        print(f"| {what} | {measure} | {value:.1%} |", flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        scorer = Scorer(arguments.readout, arguments.data, scratch)
        pages = scorer.pages(
            "eval/extraction/gold.dev.jsonl", "eval/extraction/html.dev.tar.xz", "eval/extraction/score.py"
        )
        if pages:
            what = f"article text from web pages: {pages['pages']} pages"
            row(what, "runs of four words, F1", pages["F1"])
            row(what, "pages with exactly the right words", pages["accuracy"])
        attribution = scorer.score("polnear", "polnear/dev", "polnear/score.py")
        if attribution:
            what = "who said what: PolNeAR dev, 84 articles"
            row(what, "content found (C), F1", attribution["relation"]["C"]["f1"])
            row(what, "content and source right (C+S), F1", attribution["relation"]["C+S"]["f1"])
            row(what, "source, characters, F1", attribution["role"]["source"]["f1"])
            row(what, "content, characters, F1", attribution["role"]["content"]["f1"])
        events = scorer.score("plover", "eval/plover/dev.json", "eval/plover/score.py")
        if events:
            events = events["2021 rules"]
            what = f"who did what to whom: {events['sentences']} sentences of PLOVER's gold standard"
            row(what, "event type, F1", events["type F1"])
            row(what, "actor's country, F1", events["actor country F1"])
            row(what, "recipient's country, F1", events["recipient country F1"])
        times = scorer.score("time", "eval/time/time.timeml.dev.jsonl", "eval/time/score.py")
        if times:
            what = f"when: TimeML, {times['documents']} articles"
            row(what, "found, F1", times["relax"]["F1"])
            row(what, "found with the right value, F1", times["value_F1"])
            row(what, "calendar dates with the right value", times["calendar_dates"]["value_right"])
        times = scorer.score("time", "eval/time/time.gum.dev.jsonl", "eval/time/score.py")
        if times:
            what = f"when: GUM, {times['documents']} documents"
            row(what, "calendar dates with the right value", times["calendar_dates"]["value_right"])
            measure = "the same, where a part of the day may be added"
            row(what, measure, times["calendar_dates"]["value_right_lenient"])
        people = scorer.score("coref", "eval/coref/coref.dev.jsonl", "eval/coref/score.py")
        if people:
            what = f"who is who: GUM, {people['documents']} documents"
            row(what, "names, places and organizations as one, F1", people["names"]["merged"]["F1"])
            row(what, "third-person pronouns: those linked, right", people["links"]["third"]["prec"])
            row(what, "third-person pronouns: all, linked right", people["links"]["third"]["acc"])
        stories = scorer.stories("eval/crossdoc/crossdoc.dev.jsonl")
        if stories:
            what = f"the same event: {stories['articles']} articles about {stories['events']} events"
            row(what, "all articles together, B-cubed F1", stories["together"]["f1"])
            row(what, "different events of one kind taken for one", stories["together"]["falselyMerged"])
            row(what, "articles one by one, B-cubed F1", stories["oneByOne"]["f1"])
            row(what, "different events of one kind taken for one", stories["oneByOne"]["falselyMerged"])

        cases = sorted(path.parent for path in arguments.data.glob("cases/*/expected.json"))
        if cases:
            print("\n| case | facts that a careful reader records | in the readout |\n| --- | ---: | ---: |")
        for case in cases:
            found, total = scorer.case(case)
            print(f"| {case.name} | {total} | {found} ({found / total:.0%}) |", flush=True)


if __name__ == "__main__":
    main()
