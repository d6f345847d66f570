"""A BERT encoder with features beside its pieces, a head that tags and two that point."""

import math

import safetensors.torch
import torch
from torch import nn
from torch.nn import functional

HEAD = 32
"""The width of an attention head."""


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * heads * HEAD)
        self.output = nn.Linear(heads * HEAD, width)

    def forward(self, x, mask, keep):
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(rows, length, -1)
        if keep is not None:
            mixed = keep(mixed)
        return self.output(mixed)


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.watch = [None, None]

    def forward(self, x, mask):
        x = self.attention_norm(x + self.dropout(self.attention(x, mask, self.watch[0])))
        inner = functional.gelu(self.up(x))
        if self.watch[1] is not None:
            inner = self.watch[1](inner)
        return self.norm(x + self.dropout(self.down(inner)))


class Tagger(nn.Module):
    """Pieces and features to the logits of tags, and of where each piece's cue and its source begin."""

    def __init__(self, shape, feature_sizes, tags, width=384, vocabulary=30522, positions=258, pointer=64, dropout=0.1):
        super().__init__()
        self.shape = [tuple(layer) for layer in shape]
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.features = nn.ModuleList(nn.Embedding(size, width) for size in feature_sizes)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for heads, inner in shape)
        self.tags = nn.Linear(width, tags)
        self.points = nn.ModuleList(nn.Linear(width, 2 * pointer) for _ in range(2))
        for table in self.features:
            nn.init.zeros_(table.weight)
        nn.init.normal_(self.tags.weight, std=0.02)

    def forward(self, ids, features, feature_dropout=0.0, raw_pointers=False):
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length]
        if feature_dropout and self.training:
            features = features * (torch.rand(features.shape[:2]) >= feature_dropout).unsqueeze(-1)
        for index, table in enumerate(self.features):
            x = x + table(features[..., index])
        x = self.dropout(self.norm(x))
        padded = ids == 0
        mask = None
        if padded.any():
            mask = torch.zeros(ids.shape, dtype=torch.float32).masked_fill(padded, -1e4)[:, None, None, :]
            if torch.is_autocast_enabled("cpu"):
                mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        with torch.autocast("cpu", enabled=False):
            x = x.float()
            if raw_pointers:
                return self.tags(x), [point(x) for point in self.points]
            pointers = []
            for point in self.points:
                queries, keys = point(x).chunk(2, dim=-1)
                logits = queries @ keys.transpose(1, 2) / math.sqrt(queries.shape[-1])
                pointers.append(logits.masked_fill(padded[:, None, :], -1e4))
            return self.tags(x), *pointers


def pretrained(path, feature_sizes, tags, **options):
    """The tagger with the weights of a BERT checkpoint of six layers, 384 wide, its feature tables zero."""
    weights = safetensors.torch.load_file(path)
    tagger = Tagger([(12, 1536)] * 6, feature_sizes, tags, **options)

    def copy(parameter, name, rows=None):
        value = weights[name]
        with torch.no_grad():
            parameter.copy_(value if rows is None else value[:rows])

    copy(tagger.words.weight, "embeddings.word_embeddings.weight")
    copy(tagger.positions.weight, "embeddings.position_embeddings.weight", tagger.positions.num_embeddings)
    with torch.no_grad():
        tagger.positions.weight += weights["embeddings.token_type_embeddings.weight"][0]
    copy(tagger.norm.weight, "embeddings.LayerNorm.weight")
    copy(tagger.norm.bias, "embeddings.LayerNorm.bias")
    for index, layer in enumerate(tagger.layers):
        prefix = f"encoder.layer.{index}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            with torch.no_grad():
                getattr(layer.attention.qkv, kind).copy_(torch.cat(parts))
            copy(getattr(layer.attention.output, kind), f"{prefix}attention.output.dense.{kind}")
            copy(getattr(layer.attention_norm, kind), f"{prefix}attention.output.LayerNorm.{kind}")
            copy(getattr(layer.up, kind), f"{prefix}intermediate.dense.{kind}")
            copy(getattr(layer.down, kind), f"{prefix}output.dense.{kind}")
            copy(getattr(layer.norm, kind), f"{prefix}output.LayerNorm.{kind}")
    return tagger
