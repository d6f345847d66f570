#!/usr/bin/env python3
"""Take out the attention heads and inner units whose loss costs a checkpoint least.

A gate of one is laid over each head and unit; the size of the loss's gradient by it, summed over batches, tells what its loss
would cost to first order (Michel et al. 2019, "Are Sixteen Heads Really Better than One?"; Molchanov et al. 2017).
"""

import argparse
import pathlib

import torch

import corpus
import evaluate
import model
import train

UNITS = 64
"""Inner widths are multiples of this."""


def importance(tagger, groups, pointer_weight):
    gates = []
    for layer in tagger.layers:
        heads = torch.ones(layer.attention.heads, requires_grad=True)
        units = torch.ones(layer.up.out_features, requires_grad=True)
        layer.watch = [
            lambda x, gate=heads: x * gate.repeat_interleave(model.HEAD).to(x.dtype),
            lambda x, gate=units: x * gate.to(x.dtype),
        ]
        gates.append((heads, units))
    sums = [(torch.zeros_like(h), torch.zeros_like(u)) for h, u in gates]
    tagger.eval()
    for parameter in tagger.parameters():
        parameter.requires_grad_(False)
    for group in groups:
        ids, features, *targets = (torch.from_numpy(array) for array in corpus.collate(group))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = tagger(ids, features)
        train.loss_of(outputs, targets, pointer_weight).backward()
        for pair, held in zip(gates, sums):
            for gate, total in zip(pair, held):
                total += gate.grad.abs()
                gate.grad = None
    for layer in tagger.layers:
        layer.watch = [None, None]
    return sums


def chosen(sums, heads, units, least_heads=5, least_units=8 * UNITS):
    """For each layer its heads and units to keep, so many in all: those whose loss would cost most.

    Heads and units are not weighed against each other: to first order only the sum of a group's gates would tell, and it
    favours units far beyond what their loss turns out to cost.
    """

    def keep(scores, count, least, step):
        blocks = []
        for index, score in enumerate(scores):
            order = score.argsort(descending=True).tolist()
            for start in range(0, len(order), step):
                members = order[start : start + step]
                blocks.append((start >= least, -float(score[members].sum()), index, members))
        kept = [[] for _ in scores]
        for _, _, index, members in sorted(blocks)[: count // step]:
            kept[index] += members
        return [sorted(members) for members in kept]

    return list(zip(keep([h for h, _ in sums], heads, least_heads, 1), keep([u for _, u in sums], units, least_units, UNITS)))


def pruned(tagger, features, kept):
    shape = [(len(heads), len(units)) for heads, units in kept]
    small = model.Tagger(shape, features.sizes, len(corpus.TAGS))
    weights = tagger.state_dict()
    for index, (heads, units) in enumerate(kept):
        prefix = f"layers.{index}."
        rows = torch.cat([torch.arange(h * model.HEAD, (h + 1) * model.HEAD) for h in heads])
        old = tagger.layers[index].attention.heads * model.HEAD
        qkv = torch.cat([rows + part * old for part in range(3)])
        for kind in ("weight", "bias"):
            weights[f"{prefix}attention.qkv.{kind}"] = weights[f"{prefix}attention.qkv.{kind}"][qkv]
            weights[f"{prefix}up.{kind}"] = weights[f"{prefix}up.{kind}"][units]
        weights[f"{prefix}attention.output.weight"] = weights[f"{prefix}attention.output.weight"][:, rows]
        weights[f"{prefix}down.weight"] = weights[f"{prefix}down.weight"][:, units]
    small.load_state_dict(weights)
    return small


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("features", help="what `readout features` printed of the training texts")
    parser.add_argument("data", help="the folder with text/ and attributions/")
    parser.add_argument("base", help="the folder of the pretrained encoder")
    parser.add_argument("output")
    parser.add_argument("--heads", type=int, default=48, help="heads to keep in all layers together")
    parser.add_argument("--units", type=int, default=4672, help="inner units to keep in all layers together")
    parser.add_argument("--batches", type=int, default=120)
    parser.add_argument("--pointer-weight", type=float, default=0.3)
    options = parser.parse_args()
    tagger, features = evaluate.load(options.checkpoint)
    reader = corpus.Reader(pathlib.Path(options.base) / "tokenizer.json", features)
    gold, articles = corpus.annotations(options.data), []
    for line in corpus.read_features(options.features)[::4]:
        article = reader.article(line)
        if article.name in gold:
            corpus.label(article, *gold[article.name][0])
            articles.append(article)
    groups = corpus.batches(articles, 254, 224, 8, 7)[: options.batches]
    kept = chosen(importance(tagger, groups, options.pointer_weight), options.heads, options.units)
    small = pruned(tagger, features, kept)
    print("heads and inner units of the layers:", small.shape)
    print("multiply-adds a piece:", sum(4 * 384 * model.HEAD * h + 2 * 384 * u for h, u in small.shape))
    torch.save(
        {"shape": small.shape, "columns": features.columns, "values": features.values,
         "weights": small.state_dict(), "options": vars(options), "note": "pruned"},
        options.output,
    )


if __name__ == "__main__":
    main()
