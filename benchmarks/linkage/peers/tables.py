"""Reading and writing the tables of a comparison, and text as the peers want it: Latin letters, lower case."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from anyascii import anyascii

CHAIN = ("given_name", "father_name", "grandfather_name", "family_name")
_NOT_A_LETTER = re.compile(r"[^a-z ]+")
_DASHES = re.compile(r"[-_./,]+")
_ICU = "Any-Latin; Latin-ASCII; Lower"


class Missing(Exception):
    """What a peer needs and this machine lacks, in words."""


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table; None becomes an empty text."""
    return [{name: value or "" for name, value in row.items()} for row in pq.read_table(path).to_pylist()]


def whole_name(row: dict[str, str]) -> str:
    """The name as one text: as written in full, else the parts in their order."""
    return row["full_name"] or " ".join(row[part] for part in CHAIN if row[part])


def latin(texts: Sequence[str], way: str) -> list[str]:
    """Latin lower-case letters and single blanks; `way` is "anyascii" or "icu". Raises Missing without ICU's uconv."""
    turned = _icu(texts) if way == "icu" else [anyascii(text).lower() for text in texts]
    return [" ".join(_NOT_A_LETTER.sub("", _DASHES.sub(" ", text)).split()) for text in turned]


def _icu(texts: Sequence[str]) -> list[str]:
    """ICU's own program does it: PyICU has no wheels, and a compiler is no part of this project."""
    uconv = shutil.which("uconv")
    if uconv is None:
        raise Missing("ICU's program uconv is not here (Debian: icu-devtools)")
    lines = "\n".join(" ".join(text.split()) for text in texts)
    command = [uconv, "-f", "utf-8", "-t", "utf-8", "-x", _ICU]
    done = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)  # noqa: S603
    found = done.stdout.decode().split("\n")
    if len(found) != len(texts):
        raise RuntimeError(f"uconv gave {len(found)} lines for {len(texts)}")
    return found


def write_pairs(
    path: Path,
    left: Sequence[str],
    right: Sequence[str],
    scores: Sequence[float],
    probabilities: Sequence[float] | None,
) -> None:
    """Write proposals in the columns of `portal.linkage`; without probabilities that column is empty."""
    chances: Sequence[float | None] = probabilities if probabilities is not None else [None] * len(left)
    table = pa.table(
        {
            "registration_external_id": pa.array(left, pa.string()),
            "detainee_external_id": pa.array(right, pa.string()),
            "match_weight": pa.array(scores, pa.float64()),
            "match_probability": pa.array(chances, pa.float64()),
        }
    )
    pq.write_table(table, path)
