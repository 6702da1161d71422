"""``python -m portal.names rank | train | measure | fuzz``; ``--help`` says more. ``rank`` prints one JSON list of
[pool_line, score] per query."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from portal.names.fuzzing import fuzz
from portal.names.learning.training import train
from portal.names.learning.validation import cross_validate
from portal.names.ranking import rank_texts

MAX_LIMIT = 1000


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 on success, 2 on a file that cannot be read."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(parser, options))
    except (OSError, ValueError) as error:
        parser.error(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m portal.names", description="Names across scripts")
    commands = parser.add_subparsers(required=True)
    ranking = commands.add_parser("rank", help="rank the lines of POOL for each line of QUERIES")
    ranking.add_argument("queries", type=Path)
    ranking.add_argument("pool", type=Path)
    ranking.add_argument("--limit", type=int, default=10)
    ranking.set_defaults(run=_rank)
    training = commands.add_parser("train", help="learn the evidence of edits from pairs (Latin, tab, Arabic)")
    training.add_argument("pairs", type=Path)
    training.add_argument("--out", type=Path, required=True)
    training.add_argument("--date", default=date.today().isoformat(), help="written into the table (default: today)")
    training.set_defaults(run=_train)
    measuring = commands.add_parser("measure", help="cross-validated recall on pairs that were not learned from")
    measuring.add_argument("pairs", type=Path)
    measuring.add_argument("--folds", type=int, default=5)
    measuring.add_argument("--seed", type=int, default=1)
    measuring.set_defaults(run=_measure)
    fuzzing = commands.add_parser("fuzz", help="read and compare random texts until one breaks a promise")
    fuzzing.add_argument("--minutes", type=float, default=1.0)
    fuzzing.add_argument("--seed", type=int, default=1)
    fuzzing.set_defaults(run=_fuzz)
    return parser


def _rank(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if not 1 <= options.limit <= MAX_LIMIT:
        parser.error(f"--limit must be between 1 and {MAX_LIMIT}")
    for best in rank_texts(_lines(options.queries), _lines(options.pool), limit=options.limit):
        sys.stdout.write(json.dumps([[line, round(score, 5)] for line, score in best]) + "\n")
    return 0


def _train(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    pairs = train(options.pairs, options.out, options.date)
    sys.stdout.write(f"learned from {pairs} pairs: {options.out}\n")
    return 0


def _measure(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    for line in cross_validate(options.pairs, folds=options.folds, seed=options.seed):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


def _fuzz(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    sys.stdout.write(fuzz(minutes=options.minutes, seed=options.seed) + "\n")
    return 0


def _lines(path: Path) -> list[str]:
    """One name per line; only line feeds part lines, so that line numbers are those of other tools."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


if __name__ == "__main__":
    sys.exit(main())
