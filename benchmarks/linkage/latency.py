"""One record against a registry in memory: ``python -m benchmarks.linkage.latency DETAINEES REGISTRATIONS``.

Builds `portal.linkage.ServingIndex` of the detainees in this process, asks it for registrations one after the other,
and prints JSON: seconds to build, MB that the index takes (resident after minus before), milliseconds p50, p95, p99 of
an answer and of putting one changed record.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from portal.linkage import Model, Record, ServingIndex
from portal.linkage.reading import read_table, records_of

_WARM = 20
_PUT = 200


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("detainees", type=Path)
    parser.add_argument("registrations", type=Path)
    parser.add_argument("--queries", type=int, default=500)
    options = parser.parse_args(arguments)
    queries = list(islice(records_of(read_table(options.registrations)), options.queries + _WARM))
    _warm_up(queries)
    before = _resident_mb()
    table = read_table(options.detainees)
    started = time.perf_counter()
    index = ServingIndex(Model.default())
    index.extend(records_of(table))
    built = time.perf_counter() - started
    changed = [replace(record, birth_place="") for record in islice(records_of(table), _PUT)]
    del table
    gc.collect()
    resident = _resident_mb()
    for record in queries[:_WARM]:
        index.search(record, limit=10)
    answers = [_milliseconds(lambda record=record: index.search(record, limit=10)) for record in queries[_WARM:]]
    puts = [_milliseconds(lambda record=record: index.put(record)) for record in changed]
    numbers = {"records": len(index), "build_seconds": built, "index_mb": resident - before}
    for name, values in (("search", answers), ("put", puts)):
        numbers |= {f"{name}_p{share}_ms": float(np.percentile(values, share)) for share in (50, 95, 99)}
    print(json.dumps({name: round(value, 2) for name, value in numbers.items()}))


def _warm_up(records: list[Record]) -> None:
    """Compile and import everything once, so that the memory of the index is its own."""
    index = ServingIndex(Model.default())
    index.extend(records)
    index.search(records[0], limit=10)


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


if __name__ == "__main__":
    main()
