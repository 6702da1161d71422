"""Refining the comparison by what people judged: with leave, as every handing out of pairs is (floor 6; R-06, R-22).

What leaves is a model file: one weight for each level of each comparison. It names nobody, and it is made only from
enough judgements of either kind that no single one shows in it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import numpy as np
from django.conf import settings
from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import open_data_keys
from portal.core.dates import today
from portal.linkage import Model
from portal.linkage.comparisons import FIELDS, MISSING
from portal.linkage.model import RIVALS
from portal.linkage.refining import refine
from portal.matching import events
from portal.matching.engine import model_in_force
from portal.matching.enums import ExportPurpose
from portal.matching.evaluation import label_of, settled
from portal.matching.records import comparable_detainees

from .exports import PURPOSE, ExportNotApproved, take_export

FEWEST = 50
_CHUNK = 1000


class NotEnough(Exception):
    """There are too few judgements to learn from."""


@dataclass(frozen=True)
class Trained:
    """The new model, and from how many judged pairs, of which how many are the same person."""

    model: Model
    pairs: int
    same: int


@transaction.atomic
def train(*, actor: Actor, path: Path, request: UUID | None = None) -> Trained:
    """Refine the model in force by all settled pairs and write it to a new file. The request is used up.

    Raises ExportNotApproved where leave is needed and there is none, NotEnough, or OSError; then nothing has changed.
    """
    taken = None
    if request is not None or settings.EXPORT_NEEDS_APPROVAL:
        taken = take_export(key=request, actor=actor)
        if taken.purpose != ExportPurpose.IMPROVE:
            raise ExportNotApproved("the request was made for something else than to improve the comparison")
    levels, labels, rivals = _judged()
    same = int(labels.sum())
    if min(same, len(labels) - same) < FEWEST:
        raise NotEnough(f"{FEWEST} judgements of either kind are needed")
    model = refine(
        model_in_force(),
        levels,
        labels,
        right_size=comparable_detainees().count(),
        rivals=rivals,
        version=_version(today()),
        provenance={"judged_on": today().isoformat()},
    )
    if path.exists():
        raise FileExistsError(None, "there is a file of that name")
    model.write(path)
    data = {"pairs": len(labels), "same": same, "model": model.sha256, "from": model_in_force().sha256}
    record(events.MODEL_TRAINED, actor=actor, subject=taken, purpose=PURPOSE, data=data)
    return Trained(model, len(labels), same)


def _judged() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Levels int8 [pairs, fields], whether people said the same person, and bits lost to rivals.

    Of pairs whose levels were kept.
    """
    rows, labels, rivals = [], [], []
    pairs = settled().filter(levels__isnull=False).order_by("pk")
    for start in range(0, pairs.count(), _CHUNK):
        part = list(pairs[start : start + _CHUNK])
        open_data_keys(pair.key_id for pair in part)
        for pair in part:
            levels = pair.levels or {}
            rows.append([levels.get(field, MISSING) for field in FIELDS])
            labels.append(label_of(pair))
            rivals.append(sum(reason["weight"] for reason in pair.reasons if reason["field"] == RIVALS))
    levels = np.array(rows, dtype=np.int8).reshape(len(rows), len(FIELDS))
    return levels, np.array(labels, dtype=bool), np.array(rivals, dtype=np.float64)


def _version(day: date) -> str:
    """The version of the model in force with the day on which it was refined."""
    return f"{model_in_force().version.partition('+')[0]}+{day:%Y%m%d}"
