"""The training command: pairs in, the committed table of learned numbers out, with where it comes from. Floor 0."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from portal.names.costs import Costs, stored
from portal.names.learning.estimate import ANYWHERE_PAIRS, ARABIC_FORM_WEIGHT, EXPECTED_PAIRS, ROUNDS, estimate
from portal.names.learning.evidence import BY_HAND, evidence
from portal.names.learning.pairs import Pair, read_pairs

SOURCE = "google/transliteration, ar2en.txt: Arabic and Latin titles of Wikipedia articles about persons"
LICENCE = "Apache-2.0"


def learn(pairs: Sequence[Pair]) -> Costs:
    """The table of evidence learned from pairs (Latin, Arabic)."""
    return evidence(estimate(pairs))


def train(source: Path, out: Path, today: str) -> int:
    """Learn from the file and write the table; the number of pairs. The same file gives the same bytes."""
    pairs, digest = read_pairs(source)
    table: dict[str, Any] = {
        "about": "Evidence of edits between spellings of one name, in hundredths of a bit; see portal/names/costs.py",
        "source": SOURCE,
        "licence": LICENCE,
        "pairs": len(pairs),
        "sha256": digest,
        "command": f"python -m portal.names train {source.name} --out portal/names/tables/{out.name}",
        "date": today,
        "settings": {
            "rounds": ROUNDS,
            "arabic_form_weight": ARABIC_FORM_WEIGHT,
            "expected_pairs": EXPECTED_PAIRS,
            "anywhere_pairs": ANYWHERE_PAIRS,
            "by_hand": BY_HAND,
        },
        **stored(learn(pairs)),
    }
    out.write_text(_one_row_a_line(table), encoding="utf-8")
    return len(pairs)


def _one_row_a_line(table: dict[str, Any]) -> str:
    """JSON that a reviewer can compare line by line: each row of a matrix on its own line."""
    lines = []
    for name, value in table.items():
        rows = isinstance(value, (list, tuple)) and value and not isinstance(value[0], (int, float, str))
        shown = "[\n" + ",\n".join(_compact(row) for row in value) + "\n]" if rows else _compact(value)
        lines.append(f"{json.dumps(name)}: {shown}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
