"""A model: the weight of every level of every comparison, and how a sum becomes a probability. Floor 1.

Fellegi and Sunter (1969): the weight of a level is log2(m / u), m its share among pairs of one person, u its share
among pairs of two persons. A model is one readable JSON file with its provenance and the SHA-256 of its own content.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import log2
from pathlib import Path
from typing import Any

import numpy as np

from portal.linkage.comparisons import COMPARISONS, FIELD, FIELDS, MOST_LEVELS
from portal.linkage.rivals import taken

MODELS = Path(__file__).parent / "models"
DEFAULT = "persons-1"
_FEWEST = 4_000
"""A smaller list counts as one of this size: it holds fewer of the people who are sought, and no fewer namesakes."""

_DECIMALS = 4
RIVALS = "rivals"
"""Field of the reason that other candidates fit too; it is no comparison of two records."""
_NOTHING = 0.05


class ModelError(ValueError):
    """A model file that cannot be used, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: ``weight`` in bits, above 0 for the same person, below 0 against.

    ``level_code`` and ``frequency`` are stable and translated by whoever shows them. Values are not in here.
    """

    field: str
    level_code: str
    weight: float
    frequency: str = ""


@dataclass(frozen=True)
class Model:
    """Weights in bits per field and level; ``expected_share`` of left records have their person on the right.

    ``constant`` corrects every sum in bits, since fields of two different persons who are candidates agree more often
    than by chance. ``slope`` and ``intercept`` turn a weight into calibrated bits, of which a probability is made:
    1 / (1 + 2 ** -(slope·w + intercept)). ``rivalry`` says how far the candidates of one registration exclude each
    other (:mod:`portal.linkage.rivals`).
    """

    version: str
    weights: Mapping[str, tuple[float, ...]]
    m: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    u: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    expected_share: float = 0.5
    constant: float = 0.0
    slope: float = 1.0
    intercept: float = 0.0
    rivalry: float = 0.5
    provenance: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def default(cls) -> "Model":
        """The model that comes with the portal."""
        return cls.read(MODELS / f"{DEFAULT}.json")

    @classmethod
    def read(cls, path: Path) -> "Model":
        """Read a model file. Raises :class:`ModelError` if it is unreadable, changed, or of other comparisons."""
        try:
            content = json.loads(Path(path).read_text(encoding="utf-8"))
            stated = content.pop("sha256")
            model = cls._of(content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"not a model of linkage: {Path(path).name} ({type(error).__name__})") from error
        if model.sha256 != stated:
            raise ModelError(f"the content of {Path(path).name} does not fit its SHA-256: it was changed by hand")
        return model

    def write(self, path: Path) -> None:
        """Write the model as readable JSON, with its SHA-256."""
        text = json.dumps({**self._content(), "sha256": self.sha256}, ensure_ascii=False, indent=1)
        Path(path).write_text(text + "\n", encoding="utf-8")

    @property
    def sha256(self) -> str:
        """SHA-256 (hex) over the canonical JSON of the content."""
        text = json.dumps(self._content(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def prior(self, right_size: int) -> float:
        """Bits that a pair starts with when the right side has ``right_size`` records."""
        return log2(self.expected_share / max(right_size, _FEWEST)) + self.constant

    def probability(self, weight: float) -> float:
        """The calibrated strength of a proposal with this weight (prior included); never a decision."""
        bits = max(-60.0, min(60.0, self.slope * weight + self.intercept))
        return 1 / (1 + 2.0**-bits)

    def rivals(self, weights: np.ndarray) -> np.ndarray:
        """Bits (at most 0) that each of all candidates of one left record loses to the others; prior included."""
        return taken(self.slope * weights + self.intercept, self.rivalry)

    def table(self) -> np.ndarray:
        """Weights as float64 [fields, levels + 1]: column 0 for MISSING, then the levels in order."""
        table = np.zeros((len(FIELDS), MOST_LEVELS + 1))
        for name, row in self.weights.items():
            table[FIELD[name], 1 : len(row) + 1] = row
        return table

    def reasons(self, levels: Mapping[str, int], rivals: float = 0.0) -> tuple[Reason, ...]:
        """What each level says and weighs, in the order of the comparisons, and last what other candidates took."""
        found = [self._reason(name, levels[name]) for name in FIELDS if levels.get(name, -1) >= 0]
        if rivals < -_NOTHING:
            found.append(Reason(RIVALS, "rivals.fit_too", round(rivals, _DECIMALS)))
        return tuple(found)

    def without(self, name: str) -> "Model":
        """The same model with one comparison taken out, for tables in which it says nothing."""
        silent = (0.0,) * len(COMPARISONS[name])
        return replace(self, version=f"{self.version}-{name}", weights={**self.weights, name: silent})

    def _reason(self, name: str, level: int) -> Reason:
        row = COMPARISONS[name][level]
        return Reason(name, row.code, round(self.weights[name][level], _DECIMALS), row.frequency)

    def _content(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "expected_share": self.expected_share,
            "constant": self.constant,
            "slope": self.slope,
            "intercept": self.intercept,
            "rivalry": self.rivalry,
            "provenance": dict(self.provenance),
            "comparisons": {name: self._rows(name) for name in FIELDS},
        }

    def _rows(self, name: str) -> list[dict[str, Any]]:
        rows = []
        for at, level in enumerate(COMPARISONS[name]):
            row: dict[str, Any] = {"code": level.code, "weight": self.weights[name][at]}
            row |= {"frequency": level.frequency} if level.frequency else {}
            row |= {"m": self.m[name][at], "u": self.u[name][at]} if name in self.m else {}
            rows.append(row)
        return rows

    @classmethod
    def _of(cls, content: dict[str, Any]) -> "Model":
        comparisons = content.pop("comparisons")
        for name, levels in COMPARISONS.items():
            found = [(row["code"], row.get("frequency", "")) for row in comparisons[name]]
            if found != [(level.code, level.frequency) for level in levels]:
                raise ValueError(name)

        def column(key: str) -> dict[str, tuple[float, ...]]:
            return {name: tuple(row[key] for row in rows) for name, rows in comparisons.items() if key in rows[0]}

        return cls(weights=column("weight"), m=column("m"), u=column("u"), **content)
