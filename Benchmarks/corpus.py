"""The texts that parity and speed are measured on."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
# PolNeAR's news texts where they lie beside the clone; else what the repository has.
CANDIDATES = [REPOSITORY.parent / "shared/polnear/train/text", REPOSITORY / "Tests/LinguisticsTests/Fixtures"]


def texts(folder=None):
    """Returns the corpus's folder, its files in order, and their texts, line ends untouched."""
    folder = Path(folder) if folder else next(path for path in CANDIDATES if path.is_dir())
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise SystemExit(f"{folder}: no .txt files; name a folder of texts with CORPUS=")
    return folder, paths, [path.read_bytes().decode() for path in paths]
