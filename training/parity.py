#!/usr/bin/env python3
"""Hold the program's encoder against PyTorch with the same weights: pieces, logits, tags and pointers."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
import safetensors
import tokenizers
import torch

import corpus
import model
import predict

TOLERANCE = 1e-3
"""The largest difference of a logit that single precision may have."""
AGREEMENT = 0.995
"""The least share of pieces whose most likely tag is the same in eight bits."""


def load(path):
    """The tagger of an exported file, its weights as the bytes and scales say, its features and its tokenizer."""
    with safetensors.safe_open(path, "pt") as file:
        metadata, tensors = file.metadata(), {name: file.get_tensor(name) for name in file.keys()}
    vocabulary = bytes(tensors.pop("vocabulary")).decode().split("\n")
    description = json.loads(metadata["features"])
    features = corpus.Features(description["columns"], description["values"])
    weights = {}
    for name, value in tensors.items():
        if name.endswith(".scale"):
            continue
        if name == "positions" or name.startswith("features."):
            name += ".weight"
        elif value.dtype == torch.int8:
            value = value.float() * tensors[name.removesuffix("weight") + "scale"][:, None]
        for part in (".qkv.", ".output."):
            name = name.replace(part, f".attention{part}")
        weights[name] = value
    layers = sum(name.endswith(".qkv.weight") for name in tensors)
    shape = [
        (len(tensors[f"layers.{n}.qkv.weight"]) // (3 * model.HEAD), len(tensors[f"layers.{n}.up.weight"]))
        for n in range(layers)
    ]
    tagger = model.Tagger(
        shape, features.sizes, len(metadata["tags"].split()), positions=len(tensors["positions"]),
        vocabulary=len(tensors["words.weight"]),
    )
    tagger.load_state_dict(weights)
    return tagger.eval(), features, tokenizer(vocabulary)


def tokenizer(vocabulary):
    """BERT's uncased tokenizer."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    found = tokenizers.Tokenizer(tokenizers.models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))
    found.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    found.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return found


def read_texts(options, features, pieces):
    """Texts with their articles."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        pieces.save(file.name)
        reader = corpus.Reader(file.name, features)
    texts, count = [], 0
    with open(options.features, encoding="utf-8") as file:
        for text in file:
            line = json.loads(text)
            texts.append((line, reader.article(line)))
            count += len(texts[-1][1].ids)
            if count >= options.pieces and not options.only_pieces:
                break
    return texts


def reference(tagger, article):
    """For each piece the logits of its tags, then for each pointer those to CLS, to itself and to the piece before."""
    encoding = predict.encode(tagger, article)
    count = len(article.ids)
    rows = numpy.full((count, encoding.logits.shape[1] + 6), numpy.nan, dtype=numpy.float32)
    rows[:, :-6] = encoding.logits
    for piece in range(count):
        for head in range(2):
            targets = [-1, piece] + ([piece - 1] if piece else [])
            found = encoding.pointer(head, piece, targets)
            found[numpy.isinf(found)] = numpy.nan
            rows[piece, encoding.logits.shape[1] + 3 * head :][: len(found)] = found
    return rows


def read_output(path, width):
    """What `benchmark encoder` wrote: (pieces, rows) of each text."""
    data, at, found = pathlib.Path(path).read_bytes(), 0, []
    while at < len(data):
        count = int.from_bytes(data[at : at + 4], "little")
        pieces = numpy.frombuffer(data, numpy.int32, 3 * count, at + 4).reshape(count, 3)
        rows = numpy.frombuffer(data, numpy.float32, width * count, at + 4 + 12 * count).reshape(count, width)
        at += 4 + (12 + 4 * width) * count
        found.append((pieces, rows))
    return found


def expected_pieces(line, article):
    """The numbers and byte ranges of an article's pieces."""
    offsets = numpy.cumsum([0] + [len(c.encode()) for c in line["text"]])
    return numpy.stack([article.ids, offsets[article.starts], offsets[article.ends]], axis=1)


def run(options, precision, texts, width):
    with tempfile.TemporaryDirectory() as folder:
        texts_file, output = pathlib.Path(folder) / "texts.jsonl", pathlib.Path(folder) / "output"
        with open(texts_file, "w", encoding="utf-8") as file:
            for line, article in texts:
                fields = {"text": line["text"], "passages": line["passages"]}
                print(json.dumps({**fields, "features": article.features.ravel().tolist()}), file=file)
        command = [options.benchmark, "encoder", options.model, precision, str(texts_file), str(output)]
        times = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return times, read_output(output, width)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the exported encoder")
    parser.add_argument("features", help="what `readout features` printed of texts")
    parser.add_argument("--benchmark", default=".build/release/benchmark")
    parser.add_argument("--pieces", type=int, default=200_000, help="stop after so many pieces")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only-pieces", action="store_true", help="compare the pieces alone, of all texts")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tagger, features, pieces = load(options.model)
    texts = read_texts(options, features, pieces)
    tags = tagger.tags.out_features
    rows = None
    if not options.only_pieces:
        rows = numpy.concatenate([reference(tagger, article) for _, article in texts])
    passed = True
    for precision in ("pieces",) if rows is None else ("single", "eight-bit"):
        times, output = run(options, precision, texts, 0 if rows is None else tags + 6)
        same = [numpy.array_equal(p, expected_pieces(*text)) for (p, _), text in zip(output, texts)]
        milliseconds = 1e3 * times["encoder"] / times["count"] * 1150
        print(
            f"{precision}: {times['count']} pieces of {times['texts']} texts, cut the same in {sum(same)}; "
            f"load {1e3 * times['load']:.0f} ms, pieces {1e6 * times['pieces'] / times['count']:.2f} us each, "
            f"{milliseconds:.1f} ms for 1,150, {times['memory'] / 1e6:.0f} MB"
        )
        if not all(same):
            passed = False
            for (pieces, _), text, equal in zip(output, texts, same):
                if not equal:
                    wanted = expected_pieces(*text)
                    shared = min(len(pieces), len(wanted))
                    at = next((i for i in range(shared) if (pieces[i] != wanted[i]).any()), shared)
                    print(f"  {text[0]['id']}: piece {at}: {pieces[at : at + 2]}, not {wanted[at : at + 2]}")
            continue
        if rows is None:
            continue
        ours = numpy.concatenate([found for _, found in output])
        passed &= numpy.array_equal(numpy.isnan(ours), numpy.isnan(rows))
        difference = numpy.abs(ours - rows)
        logits, pointers = difference[:, :tags], difference[:, tags:]
        agreement = (ours[:, :tags].argmax(1) == rows[:, :tags].argmax(1)).mean()
        print(
            f"  tags: {logits.max():.2e} at most, {logits.mean():.2e} in the mean, {100 * agreement:.3f} % the same; "
            f"pointers: {numpy.nanmax(pointers):.2e} at most, {numpy.nanmean(pointers):.2e} in the mean"
        )
        passed &= bool(numpy.nanmax(difference) <= TOLERANCE if precision == "single" else agreement >= AGREEMENT)
    sys.exit(0 if passed else "the encoder is not what PyTorch computes")


if __name__ == "__main__":
    main()
