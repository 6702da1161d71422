"""Handing candidate pairs out as a table: sealed like testimony, so only with leave, and always audited (floor 6)."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint
from portal.confidential.keyring import open_data_keys
from portal.core.spreadsheets import safe_cell
from portal.linkage.comparisons import FIELDS, MISSING
from portal.matching import events
from portal.matching.evaluation import is_from_family, label_of, languages_of, settled
from portal.matching.models import CandidatePair, ExportRequest

from .exports import PURPOSE, ExportNotApproved, take_export

# One column more for each compared field: the level of likeness the machine saw.
LABELLED_COLUMNS = ("registration", "detainee", "languages", "match_probability", "model", *FIELDS, "same", "said_by")
COLUMNS = ("registration_external_id", "detainee_external_id", "match_weight", "match_probability", "role")
# Hexadecimal digits of a pseudonym: 64 bits, so that two records hardly ever share one.
PSEUDONYM_LENGTH = 16

_Row = tuple[str, ...]
_Names = Callable[[CandidatePair], tuple[str, str]]


@dataclass(frozen=True)
class Export:
    """The file's text, how many pairs it holds, and the SHA-256 of its bytes in UTF-8, in hexadecimal."""

    text: str
    pairs: int
    sha256: str


def export_candidates(*, actor: Actor, request: UUID | None = None) -> Export:
    """Return every live pair whose family agrees to comparison. Raises ExportNotApproved where leave is needed.

    With a request, which is used up, records are named by pseudonyms that hold for this request only. Without, where
    none is needed, a web registration is named by its reference, an imported one by its organization's own id. Records
    that are sealed to who asked stay out, and without a request all that are sealed.
    """
    try:
        with transaction.atomic():
            if request is None and not settings.EXPORT_NEEDS_APPROVAL:
                return _export(_named_rows(), actor, None)
            taken = take_export(key=request, actor=actor)
            return _export(sorted(_rows(_pseudonyms(taken), taken.requested_by)), actor, taken)
    except ExportNotApproved:
        record(events.EXPORT_REFUSED, actor=actor, purpose=PURPOSE, data={"request": str(request)} if request else {})
        raise


def export_labelled(*, actor: Actor, request: UUID | None) -> Export:
    """Return every pair of which people, or a family that was told, said whether it is the same person.

    Always under pseudonyms of the approved request, which is used up. Raises ExportNotApproved without one.
    """
    try:
        with transaction.atomic():
            taken = take_export(key=request, actor=actor)
            return _export(
                sorted(_labelled_rows(_pseudonyms(taken), taken.requested_by)), actor, taken, LABELLED_COLUMNS
            )
    except ExportNotApproved:
        record(events.EXPORT_REFUSED, actor=actor, purpose=PURPOSE, data={"request": str(request)} if request else {})
        raise


def _labelled_rows(names: _Names, user) -> Iterator[_Row]:
    pairs = list(settled().open_to(user))
    open_data_keys(pair.key_id for pair in pairs)
    languages = languages_of(pairs)
    for pair in pairs:
        levels = pair.levels or {}
        yield (
            *names(pair),
            languages[pair.pk],
            f"{pair.probability:.6f}",
            pair.model_sha256,
            *(str(levels.get(field, MISSING)) for field in FIELDS),
            "1" if label_of(pair) else "0",
            "family" if is_from_family(pair) else "readers",
        )


def _export(
    rows: Iterator[_Row] | list[_Row], actor: Actor, request: ExportRequest | None, columns: _Row = COLUMNS
) -> Export:
    text, pairs = io.StringIO(), 0
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(row)
        pairs += 1
    export = Export(text.getvalue(), pairs, hashlib.sha256(text.getvalue().encode()).hexdigest())
    data = {"pairs": pairs, "sha256": export.sha256, "pseudonyms": request is not None}
    if columns is LABELLED_COLUMNS:
        data["labelled"] = True
    record(events.EXPORTED, actor=actor, subject=request, purpose=PURPOSE, data=data)
    return export


def _named_rows() -> Iterator[_Row]:
    return _rows(
        lambda pair: (
            safe_cell(pair.registration.external_id or pair.registration.reference),
            safe_cell(pair.detainee.external_id),
        )
    )


def _pseudonyms(request: ExportRequest) -> _Names:
    """Names that cannot be led back without the installation's key, and differ from request to request.

    Made from the record's own key: two organizations may use the same number for two people.
    """

    def name(kind: str, key: UUID) -> str:
        return fingerprint("export", str(request.pk), kind, str(key)).hex()[:PSEUDONYM_LENGTH]

    return lambda pair: (name("registration", pair.registration_id), name("detainee", pair.detainee_id))


def _rows(names: _Names, user=None) -> Iterator[_Row]:
    pairs = (
        CandidatePair.objects.open_to_reading()
        .open_to(user)
        .select_related("registration", "detainee")
        .order_by("registration__reference", "-weight", "pk")
    )
    for pair in pairs.iterator(chunk_size=2000):
        yield (*names(pair), f"{pair.weight:.4f}", f"{pair.probability:.6f}", safe_cell(pair.role))
