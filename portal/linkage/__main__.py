"""``python -m portal.linkage LEFT.parquet RIGHT.parquet --out PAIRS.parquet``: tables in the columns of the import.

Writes registration_external_id, detainee_external_id, match_weight (bits) and match_probability: the best ten of each
registration and everything above even odds.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pyarrow.parquet as pq

from portal.linkage.batch import Batch
from portal.linkage.model import Model, ModelError
from portal.linkage.reading import TableError, read_table
from portal.linkage.splinking import weights_by_splink
from portal.linkage.starting import starting_model

_LABELS = ("registration_external_id", "detainee_external_id")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 on success, 2 on a file that cannot be read."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        model = starting_model() if options.model == "judgement" else _model(options.model)
        batch = Batch(read_table(options.left), read_table(options.right), model)
        if options.labels:
            batch.refine(_labels(options.labels), version=options.version)
        if options.write_model:
            batch.model.write(options.write_model)
        if options.out:
            pq.write_table(_BACKENDS[options.backend](batch, options.limit), options.out)
    except (TableError, ModelError, OSError, ValueError) as error:
        parser.error(str(error))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m portal.linkage", description="Propose pairs of two tables.")
    parser.add_argument("left", type=Path, help="registrations, as Parquet")
    parser.add_argument("right", type=Path, help="detainee records, as Parquet")
    parser.add_argument("--out", type=Path, help="where to write the pairs, as Parquet")
    parser.add_argument(
        "--limit", type=int, default=10, choices=range(1, 151), metavar="N", help="pairs per registration"
    )
    parser.add_argument("--backend", choices=sorted(_BACKENDS), default="duckdb", help="where pairs are weighed")
    parser.add_argument("--model", help="a model file, or 'judgement' for the one before any data")
    parser.add_argument(
        "--labels", type=Path, help="judged registrations (Parquet or CSV), by which weights are refined"
    )
    parser.add_argument("--version", default="refined", help="what a refined model is called")
    parser.add_argument("--write-model", type=Path, help="where to write the model that was used")
    return parser


def _model(path: str | None) -> Model:
    return Model.read(Path(path)) if path else Model.default()


def _on_duckdb(batch: Batch, limit: int) -> pa.Table:
    """Pairs as the kernels rank them, with the weights that splink gives their levels."""
    found = batch.best(limit)
    left, right = batch.ids(found)
    weights = weights_by_splink(found.levels, batch.model, bits=batch.model.prior(batch.right_size)) + found.rivals
    probabilities = [batch.model.probability(weight) for weight in weights.tolist()]
    columns = (pa.array(left, pa.string()), pa.array(right, pa.string()), weights, probabilities)
    return pa.table(dict(zip((*_LABELS, "match_weight", "match_probability"), columns, strict=True)))


def _on_spark(batch: Batch, limit: int) -> pa.Table:
    # PySpark is no requirement of the portal: only who asks for it needs it.
    try:
        spark = import_module("portal.linkage.spark")
    except ImportError as error:
        raise TableError("PySpark is not installed: see `make spark-check`") from error
    session = spark.local_session()
    try:
        return spark.best(session, batch, limit).toArrow()
    finally:
        session.stop()


_BACKENDS = {"duckdb": _on_duckdb, "spark": _on_spark}


def _labels(path: Path) -> dict[str, set[str]]:
    """Per judged registration the detainee records that are its person; an empty second column says "nobody"."""
    try:
        table = pq.read_table(path) if path.suffix == ".parquet" else csv.read_csv(path)
        columns = [pc.fill_null(table[name].cast(pa.string()), "").to_pylist() for name in _LABELS]
    except (OSError, KeyError, pa.ArrowException) as error:
        raise TableError(f"{path.name} is no table with the columns {' and '.join(_LABELS)}") from error
    labels: dict[str, set[str]] = {}
    for registration, detainee in zip(*columns, strict=True):
        labels.setdefault(registration, set()).update({detainee} - {""})
    return labels


if __name__ == "__main__":
    sys.exit(main())
