"""What is measured: ours, with and without labels, and the peers; each a program that turns two tables into pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Method:
    """A way to propose pairs. `module` is run with the two tables, the place for the pairs and `options`."""

    name: str
    module: str
    options: tuple[str, ...] = ()
    ours: bool = False
    labels: bool = False

    def arguments(self, folder: Path, out: Path, labels: Path) -> list[str | Path]:
        """The command line for the tables in `folder`."""
        tables: list[str | Path] = [folder / "registrations.parquet", folder / "detainees.parquet"]
        if not self.ours:
            return [*tables, out, *self.options]
        return [*tables, "--out", out, *self.options, *(("--labels", labels) if self.labels else ())]


OURS = (
    Method("portal.linkage", "portal.linkage", ours=True),
    Method("portal.linkage with labels", "portal.linkage", ours=True, labels=True),
)
_STRINGS, _SPLINK = "benchmarks.linkage.peers.strings", "benchmarks.linkage.peers.splink_names"
PEERS = (
    Method("rapidfuzz ratio on anyascii", _STRINGS, ("--scorer", "ratio", "--latin", "anyascii")),
    Method("rapidfuzz ratio on ICU, with year and sex", _STRINGS, ("--scorer", "ratio", "--latin", "icu", "--years")),
    Method("Jaro-Winkler on ICU", _STRINGS, ("--scorer", "jaro_winkler", "--latin", "icu")),
    Method("splink 5, its own comparisons, on ICU", _SPLINK, ("--latin", "icu")),
)
FEW_PEERS = (PEERS[0], PEERS[3])
