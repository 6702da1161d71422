"""Measure linkage beside its peers: ``python -m benchmarks.linkage [--quick | --large] [--pairs FILE]``.

Invents registries (`generate`), runs every method on them as a process of its own, counts (`metrics`) and writes
test-results/linkage.md, linkage.json and linkage-calibration.svg. Without options it takes about ten minutes on two
cores: 5,000 registrations against 100,000 detainees, and two smaller registries of other seeds and rates. ``--quick``
takes two minutes; ``--large`` adds 50,000 against 1,000,000. ``--pairs FILE`` ranks a file of real pairs and nothing
else (`pairs`); ``--data DIR`` takes tables that are already there instead of inventing any.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.linkage.evaluation import LABELLED, Result, evaluate
from benchmarks.linkage.measuring import run_module
from benchmarks.linkage.methods import FEW_PEERS, OURS, PEERS, Method
from benchmarks.linkage.pairs import rank_file
from benchmarks.linkage.plot import reliability_svg
from benchmarks.linkage.profiles import PROFILES
from benchmarks.linkage.report import languages_table, methods_table, table


@dataclass(frozen=True, slots=True)
class Scene:
    """One registry to measure on, and by what."""

    registrations: int
    detainees: int
    seed: int
    profile: str
    methods: tuple[Method, ...]

    @property
    def title(self) -> str:
        """For headings."""
        return f"{self.registrations:,} × {self.detainees:,}, {self.profile}, seed {self.seed}"


_SMALL = (Scene(2_000, 40_000, 2, "other", OURS + FEW_PEERS), Scene(2_000, 40_000, 3, "rough", OURS + FEW_PEERS))


def scenes(options: argparse.Namespace) -> list[Scene]:
    """What is measured at the size asked for; the seed moves all registries."""
    if options.quick:
        found = [Scene(1_000, 20_000, 1, "usual", OURS + FEW_PEERS)]
    else:
        found = [Scene(5_000, 100_000, 1, "usual", OURS + PEERS), *_SMALL]
    if options.large:
        found.append(Scene(50_000, 1_000_000, 1, "usual", OURS[:1]))
    moved = options.seed - 1
    return [
        Scene(at.registrations, at.detainees, at.seed + moved, options.profile or at.profile, _wanted(at, options))
        for at in found
    ]


def _wanted(scene: Scene, options: argparse.Namespace) -> tuple[Method, ...]:
    return tuple(method for method in scene.methods if method.ours or not options.no_peers)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; 1 if one of our own methods could not be run."""
    options = _options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="linkage-") as name:
        work = Path(name)
        if options.pairs:
            return _rank(options, work)
        report = _Report()
        if options.data:
            report.measured(f"tables of {options.data.name}", options.data, OURS + PEERS, work, queries=0)
        for scene in [] if options.data else scenes(options):
            folder = work / f"{scene.profile}-{scene.seed}-{scene.detainees}"
            _invent(scene, folder, work)
            report.measured(scene.title, folder, scene.methods, work, queries=500)
    report.write(options.out)
    return 0 if report.complete else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linkage", description=__doc__.splitlines()[0])
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="one small registry, three minutes")
    size.add_argument("--large", action="store_true", help="adds 50,000 × 1,000,000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=sorted(PROFILES), help="one set of rates for all registries")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--data", type=Path, help="a folder with registrations, detainees and truth as Parquet")
    parser.add_argument("--pairs", type=Path, help="rank the real pairs of this file (latin<TAB>arabic) instead")
    parser.add_argument("--out", type=Path, default=Path("test-results"))
    return parser.parse_args(arguments)


def _invent(scene: Scene, folder: Path, work: Path) -> None:
    """In a process of its own, whose memory is given back before anything is measured."""
    _say(f"inventing {scene.title}")
    sizes = ["--registrations", str(scene.registrations), "--detainees", str(scene.detainees)]
    world = ["--seed", str(scene.seed), "--profile", scene.profile]
    run = run_module("benchmarks.linkage.generate", [*sizes, *world, "--out", folder], work / "generate.txt")
    if not run.ok:
        raise RuntimeError(run.said)


def _rank(options: argparse.Namespace, work: Path) -> int:
    try:
        text, numbers = rank_file(options.pairs, work)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print(text)
    (options.out / "linkage-pairs.md").write_text(text, encoding="utf-8")
    (options.out / "linkage-pairs.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    return 0


class _Report:
    """Gathers sections, and the same as plain values."""

    def __init__(self) -> None:
        self.sections: list[str] = []
        self.numbers: list[dict[str, Any]] = []
        self.calibration: dict[str, list[tuple[float, float, int]]] = {}
        self.complete = True

    def measured(self, title: str, folder: Path, methods: tuple[Method, ...], work: Path, queries: int) -> None:
        """Run the methods on the tables of the folder and add their section."""
        results: list[Result] = []
        for method in methods:
            _say(f"{title}: {method.name}")
            results.append(evaluate(method, folder, work))
            self.complete &= results[-1].run.ok or not method.ours
        latency = _latency(folder, work, queries) if queries else {}
        section = [f"## {title}\n", methods_table(results), languages_table(results), _latency_table(latency)]
        self.sections.append("\n".join(part for part in section if part))
        print(self.sections[-1], flush=True)
        self.numbers.append({"title": title, "methods": [result.plain() for result in results], "serving": latency})
        if not self.calibration:
            self.calibration = {result.method: result.bins for result in results if result.bins}

    def write(self, out: Path) -> None:
        """The three files."""
        note = (
            "Thresholds are chosen on one half of the registrations and reported on the other. Labels: the true pairs "
            f"of at most {LABELLED} registrations of the first half. Languages: those of both sides.\n"
        )
        (out / "linkage.md").write_text("\n".join(["# Linkage, measured\n", note, *self.sections]), encoding="utf-8")
        (out / "linkage.json").write_text(json.dumps(self.numbers, indent=1, default=str) + "\n", encoding="utf-8")
        (out / "linkage-calibration.svg").write_text(reliability_svg(self.calibration), encoding="utf-8")


def _latency(folder: Path, work: Path, queries: int) -> dict[str, Any]:
    _say("one record at a time")
    log = work / "latency.txt"
    tables = [folder / "detainees.parquet", folder / "registrations.parquet"]
    run = run_module("benchmarks.linkage.latency", [*tables, "--queries", str(queries)], log)
    last = (run.said.splitlines() or [""])[-1]
    return {**json.loads(last), "peak_mb": round(run.peak_mb)} if run.ok else {"not run": last}


def _latency_table(numbers: dict[str, Any]) -> str:
    return table(list(numbers), [list(numbers.values())]) if numbers else ""


def _say(text: str) -> None:
    print(f"linkage: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
