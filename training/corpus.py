"""PolNeAR's attributions beside what the program reads of the texts, as windows of word pieces."""

import collections
import dataclasses
import glob
import json
import pathlib
import random

import numpy
import tokenizers

ROLES = ("source", "cue", "content")
TAGS = ("O",) + tuple(f"{part}-{role}" for role in ROLES for part in "BI")
BIAS = (-0.5, 0, 0, 0.5, 0.5, -2, 0)
"""Added to the logits before the best sequence is sought: fewer pieces outside, and contents that hold together."""
CLS, SEP, PAD, BREAK = 101, 102, 0, 1
"""Pieces of the vocabulary; BREAK, its first unused one, stands between passages."""
IGNORED = -100


@dataclasses.dataclass
class Attribution:
    """Spans of Unicode code points, half-open, by role."""

    spans: dict


def read_text(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def read_brat(path):
    """The attributions of a file of brat standoff, and the spans that its annotator discarded."""
    spans, events, discarded = {}, [], []
    for line in read_text(path).split("\n"):
        columns = line.rstrip("\r").split("\t")
        if columns[0][:1] == "T" and len(columns) > 2:
            kind, where = columns[1].split(" ", 1)
            spans[columns[0]] = [tuple(int(n) for n in part.split()) for part in where.split(";")]
            if kind == "Discard":
                discarded += spans[columns[0]]
        elif columns[0][:1] == "E" and len(columns) > 1:
            events.append([argument.split(":") for argument in columns[1].split()])
    attributions = []
    for event in events:
        found = {role: [] for role in ROLES}
        for role, reference in event:
            role = role.rstrip("0123456789").lower()
            if role in found:
                found[role] += spans.get(reference, [])
        if found["content"]:
            attributions.append(Attribution({role: sorted(found[role]) for role in ROLES}))
    return attributions, discarded


def annotations(folder):
    """{name of a text: [(attributions, discarded) of each annotator, the first the gold]}."""
    folder, found = pathlib.Path(folder), {}
    for text in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(glob.escape(text.stem) + "_*.ann"))
        views = [read_brat(file) for file in files if "_" not in file.stem[len(text.stem) + 1 :]]
        if views:
            found[text.name] = views
    return found


@dataclasses.dataclass
class Article:
    """An article as pieces. `starts` and `ends` are code points; of a BREAK they are empty."""

    name: str
    text: str
    ids: numpy.ndarray
    starts: numpy.ndarray
    ends: numpy.ndarray
    features: numpy.ndarray
    tags: numpy.ndarray = None
    cue_of: numpy.ndarray = None
    source_of: numpy.ndarray = None


class Features:
    """Numbers for the words that the program gives each token; 0 is what has none, 1 what is not known."""

    def __init__(self, columns, values):
        self.columns, self.values = columns, values
        self.numbers = [{value: n + 2 for n, value in enumerate(column)} for column in values]

    @classmethod
    def of(cls, lines):
        counts = None
        for line in lines:
            counts = counts or [collections.Counter() for _ in line["columns"]]
            for token in line["tokens"]:
                for count, value in zip(counts, token[2:]):
                    count[value] += 1
        return cls(lines[0]["columns"], [sorted(v for v, n in count.items() if n >= 20) for count in counts])

    def __call__(self, token):
        return [numbers.get(value, 1) for numbers, value in zip(self.numbers, token[2:])]

    @property
    def sizes(self):
        return [len(column) + 2 for column in self.values]


def read_features(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def byte_starts(text):
    """For each byte of `text`, and its end, the number of code points before it."""
    starts = numpy.zeros(len(text.encode()) + 1, dtype=numpy.int64)
    at = 0
    for index, character in enumerate(text):
        length = len(character.encode())
        starts[at : at + length] = index
        at += length
    starts[at] = len(text)
    return starts


class Reader:
    """Cuts what `readout features` prints of an article into pieces."""

    def __init__(self, tokenizer, features):
        self.tokenizer = tokenizers.Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.features = features

    def article(self, line):
        text, index = line["text"], byte_starts(line["text"])
        tokens = [(int(index[t[0]]), int(index[t[1]]), self.features(t)) for t in line["tokens"]]
        ids, starts, ends, features = [], [], [], []
        none, at = [0] * len(self.features.columns), 0
        for passage in line["passages"]:
            low, high = int(index[passage[0]]), int(index[passage[1]])
            encoding = self.tokenizer.encode(text[low:high], add_special_tokens=False)
            for piece, (start, end) in zip(encoding.ids, encoding.offsets):
                start, end = low + start, low + end
                while at < len(tokens) and tokens[at][1] <= start:
                    at += 1
                ids.append(piece), starts.append(start), ends.append(end)
                features.append(tokens[at][2] if at < len(tokens) and tokens[at][0] < end else none)
            ids.append(BREAK), starts.append(high), ends.append(high), features.append(none)
        array = lambda values: numpy.array(values, dtype=numpy.int64)
        name = pathlib.Path(line["id"]).name
        return Article(
            name, text, array(ids), array(starts), array(ends), array(features).reshape(len(ids), -1)
        )


def label(article, attributions, discarded):
    """Sets the tags of an article's pieces, and for contents and cues the piece where their cue, their source begins.

    A pointer is -1 where there is none, IGNORED where the piece has none to have.
    """
    count = len(article.ids)
    tags, cue_of, source_of = (numpy.full(count, fill, dtype=numpy.int64) for fill in (0, IGNORED, IGNORED))
    within = numpy.zeros(count, dtype=bool)

    def pieces(start, end):
        low = numpy.searchsorted(article.ends, start, side="right")
        high = numpy.searchsorted(article.starts, end, side="left")
        return [i for i in range(low, high) if article.ends[i] > article.starts[i]]

    def first(spans):
        for start, end in spans:
            found = pieces(start, end)
            if found:
                return found[0]
        return -1

    for start, end in discarded:
        within[pieces(start, end)] = True
    # Contents first: where roles overlap, the smaller one is to be seen.
    for role in ("content", "source", "cue"):
        for attribution in attributions:
            cue, source = first(attribution.spans["cue"]), first(attribution.spans["source"])
            for start, end in merged(attribution.spans[role], article.text):
                found = pieces(start, end)
                number = 1 + 2 * ROLES.index(role)
                for order, piece in enumerate(found):
                    tags[piece] = number + (order > 0)
                    within[piece] = False
                    cue_of[piece] = cue if role == "content" else IGNORED
                    source_of[piece] = source if role != "source" else IGNORED
    tags[within] = IGNORED
    article.tags, article.cue_of, article.source_of = tags, cue_of, source_of


def merged(spans, text):
    """Spans with white space alone between them as one."""
    found = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1 and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def windows(count, size, stride, phase=0):
    """Half-open ranges that cover 0..<count, each at most `size` long, `stride` apart."""
    starts = [0] if phase == 0 else [0, *range(stride - phase, count, stride)]
    if phase == 0:
        starts = list(range(0, max(1, count - size + stride), stride))
    return [(s, min(count, s + size)) for s in starts if s < count]


def batches(articles, size, stride, rows, seed):
    """Windows of all articles in a new order, cut at random phases, as lists of (article, start, end)."""
    chance = random.Random(seed)
    found = []
    for article in articles:
        found += [(article, *window) for window in windows(len(article.ids), size, stride, chance.randrange(stride))]
    # Windows of like length together, so that little is padding.
    found.sort(key=lambda w: (w[2] - w[1] < size, w[2] - w[1] if w[2] - w[1] < size else chance.random()))
    grouped = [found[i : i + rows] for i in range(0, len(found), rows)]
    chance.shuffle(grouped)
    return grouped


def collate(group):
    """Arrays of a batch, with CLS before and SEP after each window; pointers to CLS (0) where there is none."""
    width = max(end - start for _, start, end in group) + 2
    columns = group[0][0].features.shape[1]
    ids = numpy.full((len(group), width), PAD, dtype=numpy.int64)
    features = numpy.zeros((len(group), width, columns), dtype=numpy.int64)
    tags, cues, sources = (numpy.full((len(group), width), IGNORED, dtype=numpy.int64) for _ in range(3))
    for row, (article, start, end) in enumerate(group):
        length = end - start
        ids[row, 0], ids[row, length + 1] = CLS, SEP
        ids[row, 1 : length + 1] = article.ids[start:end]
        features[row, 1 : length + 1] = article.features[start:end]
        if article.tags is None:
            continue
        tags[row, 1 : length + 1] = article.tags[start:end]
        for target, source in ((cues, article.cue_of), (sources, article.source_of)):
            pointers = source[start:end]
            inside = (pointers >= start) & (pointers < end)
            target[row, 1 : length + 1] = numpy.where(
                inside, pointers - start + 1, numpy.where(pointers == -1, 0, IGNORED)
            )
    return ids, features, tags, cues, sources
