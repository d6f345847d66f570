#!/usr/bin/env python3
"""Write a checkpoint as the file that the program maps: safetensors with 8-bit weights per output channel."""

import argparse
import json
import pathlib

import safetensors.torch
import torch

import corpus
import evaluate


def quantized(weight):
    scale = weight.abs().amax(dim=1).clamp(min=1e-12) / 127
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def tensors(tagger, vocabulary):
    found = {"vocabulary": torch.frombuffer(bytearray(vocabulary), dtype=torch.uint8)}

    def put(name, module, in_bytes=True):
        weight = module.weight.detach().float()
        if in_bytes:
            found[f"{name}.weight"], found[f"{name}.scale"] = quantized(weight)
        else:
            found[f"{name}.weight"] = weight.contiguous()
        if getattr(module, "bias", None) is not None:
            found[f"{name}.bias"] = module.bias.detach().float().contiguous()

    put("words", tagger.words)
    found["positions"] = tagger.positions.weight.detach().float().contiguous()
    for index, table in enumerate(tagger.features):
        found[f"features.{index}"] = table.weight.detach().float().contiguous()
    put("norm", tagger.norm, False)
    for index, layer in enumerate(tagger.layers):
        prefix = f"layers.{index}"
        put(f"{prefix}.qkv", layer.attention.qkv)
        put(f"{prefix}.output", layer.attention.output)
        put(f"{prefix}.attention_norm", layer.attention_norm, False)
        put(f"{prefix}.up", layer.up)
        put(f"{prefix}.down", layer.down)
        put(f"{prefix}.norm", layer.norm, False)
    put("tags", tagger.tags, False)
    for index, point in enumerate(tagger.points):
        put(f"points.{index}", point, False)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("base", help="the folder of the pretrained encoder, for its vocabulary")
    parser.add_argument("output")
    parser.add_argument("--name", default="polnear-minilm")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--bias", type=json.loads, default=corpus.BIAS, help="what is added to each tag's logit")
    options = parser.parse_args()
    tagger, features = evaluate.load(options.checkpoint)
    with torch.no_grad():
        tagger.tags.bias += torch.tensor([float(value) for value in options.bias])
    vocabulary = (pathlib.Path(options.base) / "vocab.txt").read_bytes().rstrip(b"\n")
    metadata = {
        "format": "readout-encoder 1", "name": options.name, "version": options.version,
        "tags": " ".join(corpus.TAGS),
        "features": json.dumps({"columns": features.columns, "values": features.values}),
    }
    safetensors.torch.save_file(tensors(tagger, vocabulary), options.output, metadata)


if __name__ == "__main__":
    main()
