"""``python -m portal.names rank QUERIES.txt POOL.txt --limit 10``: one JSON list of [pool_line, score] per query."""

import argparse
import json
import sys
from pathlib import Path

from portal.names.parsing import parse
from portal.names.ranking import rank
from portal.names.structure import Name

MAX_LIMIT = 1000


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 on success, 2 on a file that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m portal.names", description="Names across scripts")
    commands = parser.add_subparsers(dest="command", required=True)
    ranking = commands.add_parser("rank", help="rank the lines of POOL for each line of QUERIES")
    ranking.add_argument("queries", type=Path)
    ranking.add_argument("pool", type=Path)
    ranking.add_argument("--limit", type=int, default=10)
    options = parser.parse_args(arguments)
    if not 1 <= options.limit <= MAX_LIMIT:
        parser.error(f"--limit must be between 1 and {MAX_LIMIT}")
    try:
        queries, pool = _names(options.queries), _names(options.pool)
    except OSError as error:
        parser.error(str(error))
    for best in rank(queries, pool, limit=options.limit):
        sys.stdout.write(json.dumps([[line, round(score, 4)] for line, score in best]) + "\n")
    return 0


def _names(path: Path) -> list[Name]:
    """One name per line; only line feeds part lines, so that line numbers are those of other tools."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [parse(line) for line in (lines[:-1] if lines[-1] == "" else lines)]


if __name__ == "__main__":
    sys.exit(main())
