"""The dry run: every row judged, nothing let in (floor 5)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import open_data_keys
from portal.core.columns import DETAINEE_COLUMNS
from portal.core.pieces import pieces
from portal.core.tables import Table
from portal.detainees import events
from portal.detainees.columns import is_usable
from portal.detainees.enums import BatchState, RowOutcome
from portal.detainees.kept_rows import table_row
from portal.detainees.models import Batch, BatchRow, Source
from portal.detainees.policies import ImpossibleStep, check_can_become
from portal.detainees.rows import Meanings, word_of

from .examining import Examination, Examined
from .planting import tell_of_numbers
from .receiving import CHUNK, columns_for, remembered_meanings

# What is told of the whole list: its source writes days and months in two orders.
DATES_SWAPPED = "dates_swapped"


class NoUsableColumns(Exception):
    """The mapping names no record number or no name."""


def preview(*, table: Table, source: Source | None) -> Iterator[Examined]:
    """Judge an opened file without keeping anything. Raises NoUsableColumns."""
    mapping = columns_for(source, table)[0]
    if not is_usable(mapping):
        raise NoUsableColumns
    return _walk(Examination(source, mapping, remembered_meanings(source) if source else None), table)


def _walk(examination: Examination, table: Table) -> Iterator[Examined]:
    for chunk in pieces(table.rows, CHUNK):
        yield from examination.examine(chunk)


@transaction.atomic
def choose_columns(*, batch: Batch, mapping: Mapping[str, int], actor: Actor) -> Batch:
    """Remember which column is which; the list is then to be checked (anew). Raises NoUsableColumns, ImpossibleStep."""
    if not is_usable(mapping):
        raise NoUsableColumns
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    check_can_become(current, BatchState.CHECKING)
    current.mapping = {column: place for column, place in mapping.items() if column in DETAINEE_COLUMNS}
    return _to_be_checked(current)


@transaction.atomic
def choose_meanings(*, batch: Batch, meanings: Meanings, actor: Actor) -> Batch:
    """Remember what words of this source mean; the list is then checked anew. Raises ImpossibleStep.

    `meanings` come by column and word, beside those said before; an empty code takes a meaning back.
    """
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    check_can_become(current, BatchState.CHECKING)
    said = current.words()
    for column, words in meanings.items():
        merged = said.get(column, {}) | {word_of(word): code for word, code in words.items()}
        said[column] = {word: code for word, code in merged.items() if code}
    current.meanings = said
    record(events.LIST_WORDS_SAID, actor=actor, subject=current, data={"words": sum(map(len, meanings.values()))})
    return _to_be_checked(current)


def _to_be_checked(batch: Batch) -> Batch:
    batch.state, batch.done, batch.begun_at = BatchState.CHECKING, 0, timezone.now()
    batch.save(update_fields=["mapping", "meanings", "state", "done", "begun_at", "updated_at"])
    return batch


def check_batch(*, batch: Batch, actor: Actor) -> Batch:
    """Judge all rows of a list that waits for it and write down what would become of each.

    Broken off, it may simply be run again: it starts from the first row.
    """
    for _chunk in check_in_steps(batch=batch, actor=actor):
        pass
    return Batch.objects.select_related("source").get(pk=batch.pk)


def check_in_steps(*, batch: Batch, actor: Actor) -> Iterator[None]:
    """The same, chunk by chunk: whoever asks for the next may do something else in between."""
    batch = Batch.objects.select_related("source", "uploaded_by").get(pk=batch.pk)
    if batch.state != BatchState.CHECKING:
        return
    examination = Examination(batch.source, batch.mapping, batch.words())
    last = done = 0
    while rows := list(batch.rows.filter(number__gt=last).order_by("number")[:CHUNK]):
        open_data_keys([batch.key_id])
        last = rows[-1].number
        done += len(rows)
        _write_outcomes(batch, rows, examination.examine([table_row(row) for row in rows]))
        Batch.objects.filter(pk=batch.pk, state=BatchState.CHECKING).update(done=done)
        yield
    _finish(batch, examination, actor)


@transaction.atomic
def _write_outcomes(batch: Batch, rows: list[BatchRow], examined: list[Examined]) -> None:
    """Rows of the same outcome and problems are written together. No outcome of a planted number without its alert."""
    numbers = [one.reading.external_id for one in examined if one.outcome == RowOutcome.CREATED]
    tell_of_numbers(source=batch.source, numbers=numbers, user=batch.uploaded_by)
    groups: dict[tuple, list[UUID]] = defaultdict(list)
    for row, result in zip(rows, examined, strict=True):
        groups[(result.outcome, result.reading.problems)].append(row.pk)
    for (outcome, problems), keys in groups.items():
        written = [problem.as_json() for problem in problems]
        BatchRow.objects.filter(pk__in=keys).update(outcome=outcome, problems=written)


@transaction.atomic
def _finish(batch: Batch, examination: Examination, actor: Actor) -> Batch:
    current = Batch.objects.select_for_update().get(pk=batch.pk)
    if current.state != BatchState.CHECKING:
        return current
    if current.mapping != batch.mapping or current.words() != batch.words():
        raise ImpossibleStep("columns or meanings were chosen anew meanwhile")
    current.counts = current.rows.counts()
    current.unknown_words = examination.unknown_words()
    others = [remark for remark in current.remarks if remark != DATES_SWAPPED]
    current.remarks = [*others, DATES_SWAPPED] if examination.has_swapped_dates else others
    current.state = BatchState.DRY_RUN
    current.save(update_fields=["counts", "unknown_words", "remarks", "state", "updated_at"])
    record(events.LIST_CHECKED, actor=actor, subject=current, data=current.counts)
    return current
