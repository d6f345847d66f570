#!/usr/bin/env python3
"""Fine-tune the attribution tagger. See README.md for the whole run."""

import argparse
import copy
import json
import math
import pathlib
import random
import time

import numpy
import torch
from torch.nn import functional

import corpus
import model


def loss_of(outputs, targets, pointer_weight):
    tags, *pointers = outputs
    losses = [functional.cross_entropy(tags.flatten(0, 1), targets[0].flatten(), ignore_index=corpus.IGNORED)]
    for logits, target in zip(pointers, targets[1:]):
        chosen = target != corpus.IGNORED
        if chosen.any():
            losses.append(pointer_weight * functional.cross_entropy(logits[chosen], target[chosen]))
    return sum(losses)


def parameter_groups(tagger, rate, head_factor):
    heads, matrices, vectors = [], [], []
    for name, parameter in tagger.named_parameters():
        if name.startswith(("tags", "points", "features")):
            heads.append(parameter)
        elif parameter.ndim > 1:
            matrices.append(parameter)
        else:
            vectors.append(parameter)
    return [
        {"params": heads, "lr": rate * head_factor, "weight_decay": 0.0},
        {"params": matrices, "lr": rate, "weight_decay": 0.01},
        {"params": vectors, "lr": rate, "weight_decay": 0.0},
    ]


def train(tagger, articles, options, save):
    torch.manual_seed(options.seed), random.seed(options.seed), numpy.random.seed(options.seed)
    epochs = [
        corpus.batches(articles, options.window - 2, options.stride, options.rows, options.seed * 1000 + epoch)
        for epoch in range(options.epochs)
    ]
    total, step, began = sum(len(epoch) for epoch in epochs), 0, time.time()
    groups = parameter_groups(tagger, options.rate, options.head_factor)
    peaks = [group["lr"] for group in groups]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = None
    for epoch, groups_of_epoch in enumerate(epochs):
        tagger.train()
        seen = 0.0
        for number, group in enumerate(groups_of_epoch):
            warm = options.warm_up * total
            left = (total - step) / max(1, total - warm)
            factor = min(1.0, step / max(1.0, warm)) if step < warm else options.floor + (1 - options.floor) * left
            for peak, entry in zip(peaks, optimizer.param_groups):
                entry["lr"] = peak * factor
            ids, features, *targets = (torch.from_numpy(array) for array in corpus.collate(group))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = tagger(ids, features, options.feature_dropout)
            loss = loss_of(outputs, targets, options.pointer_weight)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step += 1
            seen += loss.item()
            if options.average and step >= total * options.average and step % 10 == 0:
                state = tagger.state_dict()
                if average is None:
                    average = ({name: value.clone().float() for name, value in state.items()}, 1)
                else:
                    sums, count = average
                    for name, value in state.items():
                        sums[name] += (value.float() - sums[name]) / (count + 1)
                    average = (sums, count + 1)
            if number % 50 == 49:
                print(
                    f"epoch {epoch + 1} step {step}/{total} loss {seen / (number + 1):.4f}"
                    f" {time.time() - began:.0f} s", flush=True,
                )
        save(tagger, f"epoch {epoch + 1}")
    if average is not None:
        tagger.load_state_dict(average[0])
        save(tagger, "average")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("features", help="what `readout features` printed of the training texts")
    parser.add_argument("data", help="the folder with text/ and attributions/")
    parser.add_argument("base", help="the folder of the pretrained encoder")
    parser.add_argument("output", help="the checkpoint to write")
    parser.add_argument("--from", dest="start", help="go on from this checkpoint")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-factor", type=float, default=8.0)
    parser.add_argument("--warm-up", type=float, default=0.05)
    parser.add_argument("--floor", type=float, default=0.0, help="the share of the rate that is left at the end")
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--stride", type=int, default=224)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--feature-dropout", type=float, default=0.1)
    parser.add_argument("--pointer-weight", type=float, default=0.3)
    parser.add_argument("--average", type=float, default=0.0, help="average the weights from this share of the steps on")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="train on the first so many articles only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    lines = corpus.read_features(options.features)[: options.limit]
    base = pathlib.Path(options.base)
    if options.start:
        checkpoint = torch.load(options.start, weights_only=True)
        features = corpus.Features(checkpoint["columns"], checkpoint["values"])
        tagger = model.Tagger(checkpoint["shape"], features.sizes, len(corpus.TAGS), dropout=options.dropout)
        tagger.load_state_dict(checkpoint["weights"])
    else:
        features = corpus.Features.of(lines)
        tagger = model.pretrained(
            base / "model.safetensors", features.sizes, len(corpus.TAGS), dropout=options.dropout
        )
    reader = corpus.Reader(base / "tokenizer.json", features)
    gold = corpus.annotations(options.data)
    articles = []
    for line in lines:
        article = reader.article(line)
        if article.name in gold and len(article.ids):
            corpus.label(article, *gold[article.name][0])
            articles.append(article)
    print(f"{len(articles)} articles, {sum(len(a.ids) for a in articles)} pieces", flush=True)

    def save(tagger, note):
        torch.save(
            {
                "shape": tagger.shape, "columns": features.columns, "values": features.values,
                "weights": copy.deepcopy(tagger.state_dict()), "options": vars(options), "note": note,
            },
            options.output,
        )

    train(tagger, articles, options, save)


if __name__ == "__main__":
    main()
