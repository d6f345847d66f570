"""Times the encoder alone, Readout's and PyTorch's, and prints one JSON object.

One thread, processor seconds; pieces and features are there before the clock starts, and the windows are the same.
"""

import argparse
import json
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
import corpus
import parity
import predict
import torch
from torch.ao import quantization


def in_eight_bits(tagger):
    """The same with 8-bit weights per output channel, and activations that are quantised as they come."""
    with warnings.catch_warnings():
        # PyTorch announces that this is to move elsewhere.
        warnings.simplefilter("ignore")
        return quantization.quantize_dynamic(
            tagger, {torch.nn.Linear: quantization.per_channel_dynamic_qconfig}, dtype=torch.qint8
        )


@torch.inference_mode()
def seconds(tagger, articles):
    """All windows of an article at once, which is faster than one by one; the first article twice, to warm up."""
    batches = [corpus.collate([(a, *window) for window in predict.spread(len(a.ids))])[:2] for a in articles]
    for index, (ids, features) in enumerate([batches[0], *batches]):
        if index == 1:
            before = time.process_time()
        tagger(torch.from_numpy(ids), torch.from_numpy(features), raw_pointers=True)
    return time.process_time() - before


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmark", help="the built benchmark")
    parser.add_argument("model", help="the exported encoder")
    parser.add_argument("features", help="what `readout features` printed of texts")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tagger, features, pieces = parity.load(options.model)
    # What parity asks of its options: all texts.
    options.pieces, options.only_pieces = sys.maxsize, True
    texts = parity.read_texts(options, features, pieces)
    articles = [article for _, article in texts]
    times, _ = parity.run(options, "eight-bit", texts, tagger.tags.out_features + 6)
    print(
        json.dumps(
            {
                "version": torch.__version__.split("+")[0],
                "pieces": sum(len(article.ids) for article in articles),
                "readout": times["encoder"],
                "eightBit": seconds(in_eight_bits(tagger), articles),
                "single": seconds(tagger, articles),
            }
        )
    )


if __name__ == "__main__":
    main()
