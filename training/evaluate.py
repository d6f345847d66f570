#!/usr/bin/env python3
"""Score a checkpoint on PolNeAR's layout, with the corpus's own scorer."""

import argparse
import importlib.util
import json
import pathlib

import numpy
import torch

import corpus
import model
import predict


def load(path):
    checkpoint = torch.load(path, weights_only=True)
    features = corpus.Features(checkpoint["columns"], checkpoint["values"])
    tagger = model.Tagger(checkpoint["shape"], features.sizes, len(corpus.TAGS))
    tagger.load_state_dict(checkpoint["weights"])
    tagger.eval()
    return tagger, features


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("features", help="what `readout features` printed of the texts")
    parser.add_argument("data", help="the folder with text/ and attributions/")
    parser.add_argument("base", help="the folder of the pretrained encoder")
    parser.add_argument("--scorer", help="score.py; else the predictions are printed")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tagger, features = load(options.checkpoint)
    reader = corpus.Reader(pathlib.Path(options.base) / "tokenizer.json", features)
    predictions = {}
    for line in corpus.read_features(options.features):
        article = reader.article(line)
        encoding = predict.encode(tagger, article, torch.bfloat16)
        tags = predict.viterbi(encoding.logits + numpy.array(corpus.BIAS, dtype=numpy.float32))
        predictions[article.name] = predict.statements(article, predict.link(encoding, predict.spans_of(tags)))
    if not options.scorer:
        for name, found in predictions.items():
            print(json.dumps({"file": name, "statements": found}))
        return
    spec = importlib.util.spec_from_file_location("score", options.scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    print(score.show(score.score(score.load_gold(options.data), predictions)))


if __name__ == "__main__":
    main()
