"""Linking on Spark: our kernels find and compare partition by partition, splink weighs, Spark ranks. Floor 1.

The driver makes columns, frequencies and the index once (:class:`~portal.linkage.batch.Batch`) and every worker gets a
copy, so both sides must fit into the memory of a worker; searching, comparing, weighing and ranking are spread. Spark's
tables hold ids and levels, no names. Needs PySpark, which is no requirement of the portal: `make spark-check` installs
it apart.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import pyarrow as pa
from pyspark.broadcast import Broadcast
from pyspark.cloudpickle import CloudPickler
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as f
from splink import SparkAPI

from portal.linkage.batch import Batch
from portal.linkage.comparisons import FIELDS
from portal.linkage.model import Model
from portal.linkage.rivals import CERTAIN
from portal.linkage.splinking import NUMBER, scores

LEFT, RIGHT = "registration_external_id", "detainee_external_id"
WEIGHT, PROBABILITY = "match_weight", "match_probability"

_HERE = "127.0.0.1"
_ROOT = Path(__file__).parents[2]
_SCHEMA = pa.schema([(LEFT, pa.string()), (RIGHT, pa.string()), *((name, pa.int8()) for name in FIELDS)])
_SPARK_SCHEMA = ", ".join([f"{LEFT} string", f"{RIGHT} string", *(f"{name} tinyint" for name in FIELDS)])
_PER_BATCH = 250
_ENCRYPTION = "spark.io.encryption.enabled"
_MOST_BITS = 60.0
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": _HERE,
    "spark.driver.bindAddress": _HERE,
    # What Spark lays aside on disk, copies of the index above all, is written encrypted with a key in memory.
    _ENCRYPTION: "true",
    "spark.executorEnv.PYTHONPATH": str(_ROOT),
}


def local_session(*, cores: int | None = None, memory: str = "2g") -> SparkSession:
    """A Spark that runs inside this machine on ``cores`` (default all) and listens to nobody else."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", _HERE)
    count = cores or os.cpu_count() or 1
    builder = SparkSession.builder.master(f"local[{count}]").appName("linkage").config("spark.driver.memory", memory)
    for name, value in {**_SETTINGS, "spark.sql.shuffle.partitions": str(2 * count)}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def spark_api(spark: SparkSession) -> SparkAPI:
    """splink on this Spark. Levels need none of its Java functions."""
    return SparkAPI(spark_session=spark, break_lineage_method="persist", register_udfs_automatically=False)


def best(spark: SparkSession, batch: Batch, per_left: int = 10) -> DataFrame:
    """The ``per_left`` best pairs of each left record and everything above even odds, as :meth:`Batch.best` finds them.

    ``match_weight`` is in bits, prior included; ``match_probability`` is the calibrated strength. Raises ValueError if
    this Spark would write names to disk in clear.
    """
    prior = batch.model.prior(batch.right_size)
    scored = scores(spark_api(spark), candidates(spark, batch), batch.model, bits=prior, keep=(LEFT, RIGHT))
    scored = scored.as_spark_dataframe().withColumn(WEIGHT, f.col(WEIGHT) + _rivals(batch.model))
    bits = _bits(batch.model)
    # Weights have four decimals, so equal ones differ at most by noise; then the order of the kernels stands.
    order = Window.partitionBy(f"{LEFT}_l").orderBy(f.round(WEIGHT, 4).desc(), f.col(f"{NUMBER}_l"))
    ranked = scored.withColumn("rank", f.row_number().over(order)).withColumn("bits", bits)
    return ranked.where((f.col("rank") <= per_left) | (f.col("bits") >= 0)).select(
        f.col(f"{LEFT}_l").alias(LEFT), f.col(f"{RIGHT}_l").alias(RIGHT), WEIGHT, _probability().alias(PROBABILITY)
    )


def candidates(spark: SparkSession, batch: Batch) -> DataFrame:
    """Candidates of each left record: number, both ids and the level of every comparison, -1 where missing."""
    if spark.sparkContext.getConf().get(_ENCRYPTION, "false") != "true":
        raise ValueError(f"this Spark writes to disk in clear, and the index holds names: set {_ENCRYPTION} to true")
    rows = pa.table({"row": np.flatnonzero(batch.asked)})
    parcel = spark.sparkContext.broadcast(_Parcel(batch))
    compared = spark.createDataFrame(rows).mapInArrow(_comparing(parcel), _SPARK_SCHEMA)
    return compared.withColumn(NUMBER, f.monotonically_increasing_id())


def _bits(model: Model) -> Column:
    return f.lit(model.slope) * f.col(WEIGHT) + f.lit(model.intercept)


def _rivals(model: Model) -> Column:
    """What :func:`portal.linkage.rivals.taken` says, over the candidates of each left record."""
    odds = f.pow(f.lit(2.0), f.least(_bits(model), f.lit(CERTAIN)))
    others = f.sum(odds).over(Window.partitionBy(f"{LEFT}_l")) - odds
    return -f.log2(1 + f.lit(model.rivalry) * f.greatest(others, f.lit(0.0)))


def _probability() -> Column:
    bits = f.greatest(f.lit(-_MOST_BITS), f.least(f.lit(_MOST_BITS), f.col("bits")))
    return 1 / (1 + f.pow(f.lit(2.0), -bits))


class _Parcel:
    """Carries a batch to the workers, where it arrives unpacked, once per process. Locks are made anew there."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch

    def __reduce__(self) -> tuple[Callable[[bytes], Any], tuple[bytes]]:
        packed = BytesIO()
        _Packer(packed).dump(self._batch)
        return pickle.loads, (packed.getvalue(),)


class _Packer(CloudPickler):
    def reducer_override(self, obj: Any) -> Any:
        return (Lock, ()) if isinstance(obj, type(Lock())) else super().reducer_override(obj)


def _comparing(parcel: Broadcast) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What a worker does with the left rows of its partition."""

    def compare(parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for part in parts:
            rows = part.column("row").to_pylist()
            for start in range(0, len(rows), _PER_BATCH):
                yield _compared(parcel.value, rows[start : start + _PER_BATCH])

    return compare


def _compared(batch: Batch, rows: list[int]) -> pa.RecordBatch:
    found = batch.candidates(rows)
    ids = [pa.array(side, pa.string()) for side in batch.ids(found)]
    columns = [pa.array(np.ascontiguousarray(found.levels[:, at])) for at in range(len(FIELDS))]
    return pa.record_batch([*ids, *columns], schema=_SCHEMA)
