"""Attributions from the tagger's outputs: the best sequence of tags, and the cue and source that each span points to."""

import dataclasses

import numpy
import torch

import corpus

MARGIN = 40
"""The overlap of two windows, in pieces."""
SIZE = 254
CONTENT_ON_SOURCE = 0.5
"""How much a content's word on the source counts beside its cue's."""


def spread(count, size=SIZE, overlap=MARGIN):
    """As few windows of equal length as cover 0..<count with `overlap`."""
    number = 1 if count <= size else -(-(count - overlap) // (size - overlap))
    length = -(-(count + (number - 1) * overlap) // number)
    return [(max(0, min(i * (length - overlap), count - length)), min(count, i * (length - overlap) + length))
            for i in range(number)]


@dataclasses.dataclass
class Encoding:
    """What the encoder gives an article; each piece as the window sees it in which it is most central."""

    logits: numpy.ndarray
    window: numpy.ndarray
    windows: list
    queries: list
    keys: list
    """[head][window]: (length + 2, 64), CLS first."""

    def pointer(self, head, piece, targets):
        """Logits to the pieces `targets` (-1: CLS); minus infinity where one lies outside the piece's window."""
        window = self.window[piece]
        start, end = self.windows[window]
        query, keys = self.queries[head][window][piece - start + 1], self.keys[head][window]
        rows = [0 if t == -1 else t - start + 1 for t in targets]
        inside = [t == -1 or start <= t < end for t in targets]
        return numpy.array([float(query @ keys[r]) / 8 if ok else -numpy.inf for r, ok in zip(rows, inside)])


@torch.inference_mode()
def encode(tagger, article, dtype=torch.float32):
    tagger.eval()
    count = len(article.ids)
    windows = spread(count)
    logits = numpy.zeros((count, len(corpus.TAGS)), dtype=numpy.float32)
    best = numpy.full(count, -1)
    window = numpy.zeros(count, dtype=numpy.int64)
    queries, keys = [[], []], [[], []]
    for index, (start, end) in enumerate(windows):
        ids, features, *_ = corpus.collate([(article, start, end)])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=dtype == torch.bfloat16):
            tags, points = tagger(torch.from_numpy(ids), torch.from_numpy(features), raw_pointers=True)
        for head, point in enumerate(points):
            q, k = point[0].float().chunk(2, dim=-1)
            queries[head].append(q.numpy()), keys[head].append(k.numpy())
        margins = numpy.minimum(numpy.arange(end - start), numpy.arange(end - start)[::-1])
        if start == 0:
            margins = numpy.maximum(margins, numpy.arange(end - start)[::-1])
        if end == count:
            margins = numpy.maximum(margins, numpy.arange(end - start))
        better = margins > best[start:end]
        rows = numpy.nonzero(better)[0]
        logits[start + rows] = tags[0, 1 + rows].float().numpy()
        window[start + rows] = index
        best[start + rows] = margins[rows]
    return Encoding(logits, window, windows, queries, keys)


def viterbi(scores):
    """The best sequence of BIO tags that never continues what has not begun."""
    count, tags = scores.shape
    allowed = numpy.zeros((tags, tags))
    for now in range(2, tags, 2):
        for before in range(tags):
            if before not in (now, now - 1):
                allowed[before, now] = -1e9
    path = numpy.zeros((count, tags), dtype=numpy.int64)
    total = scores[0].copy()
    total[2::2] -= 1e9
    for i in range(1, count):
        options = total[:, None] + allowed
        path[i] = options.argmax(0)
        total = options.max(0) + scores[i]
    best = [int(total.argmax())]
    for i in range(count - 1, 0, -1):
        best.append(int(path[i][best[-1]]))
    return numpy.array(best[::-1])


def spans_of(tags):
    """(role, start, end) of each span, in pieces."""
    found = []
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        if tag % 2 == 1 or not found or found[-1][2] != i:
            found.append([(tag - 1) // 2, i, i + 1])
        else:
            found[-1][2] = i + 1
    return [tuple(span) for span in found]


def link(encoding, spans):
    """Attributions, as {role: [(start, end)] in pieces}: each content with its cue, each cue with its source."""
    cues = [s for s in spans if s[0] == 1]
    sources = [s for s in spans if s[0] == 0]
    contents = [s for s in spans if s[0] == 2]

    def scores(head, span, targets, limit=24):
        """The mean over a span's pieces of the log share that each target gets of all, none included."""
        if not targets:
            return numpy.zeros(0), 0.0
        starts = [-1] + [t[1] for t in targets]
        pieces = range(span[1], min(span[2], span[1] + limit))
        total = numpy.zeros(len(starts))
        for piece in pieces:
            logits = encoding.pointer(head, piece, starts)
            logits -= logits.max()
            share = numpy.log(numpy.exp(logits) / numpy.exp(logits).sum() + 1e-4)
            total += share
        total /= len(pieces)
        return total[1:], total[0]

    groups = {}
    for content in contents:
        to_cue, none = scores(0, content, cues)
        key = int(to_cue.argmax()) if len(to_cue) else None
        groups.setdefault(key, []).append((content, none, to_cue))
    found = []
    for key, members in groups.items():
        if key is None:
            continue
        cue = cues[key]
        from_cue, none = scores(1, cue, sources)
        if len(sources):
            for content, *_ in members:
                extra, no = scores(1, content, sources)
                from_cue = from_cue + CONTENT_ON_SOURCE * extra / len(members)
                none += CONTENT_ON_SOURCE * no / len(members)
        source = []
        if len(from_cue) and from_cue.max() > none:
            source = [sources[int(from_cue.argmax())][1:]]
        found.append({"source": source, "cue": [cue[1:]], "content": [m[0][1:] for m in members]})
    return found


def statements(article, attributions):
    """The same with spans of code points, as the scorer reads them."""
    position = lambda span: [int(article.starts[span[0]]), int(article.ends[span[1] - 1])]
    return [{role: [position(s) for s in spans] for role, spans in a.items()} for a in attributions]
