"""Taking in an organization's list of registrations, idempotent by external id (floor 5)."""

from dataclasses import asdict, dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.keyring import create_data_keys
from portal.core.tables import Table, Unusable
from portal.organizations.models import Organization
from portal.registry import events
from portal.registry.enums import FilledBy, GivenBy
from portal.registry.importing import RowRead, RowRejected, columns_of, read_table_row
from portal.registry.models import Registration

from .registrations import register, replace_content


class NoUsableColumns(Exception):
    """The table names no record number or no name."""


@dataclass
class ImportCounts:
    """What became of the rows; `problems` holds (row number, reason), numbered as in a spreadsheet."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)

    def numbers(self) -> dict[str, int]:
        """The counts alone."""
        return {name: value for name, value in asdict(self).items() if isinstance(value, int)}


def import_registrations(
    *, table: Table, organization: Organization, actor: Actor, is_dry_run: bool = False
) -> ImportCounts:
    """Register new rows, put corrected content in place of old, leave the rest; a second import changes nothing.

    The organization's assertion of consent to contact and comparison is recorded as its testimony for new rows only:
    a family's own later answer is never overwritten. All rows are read before the first is written, and written in one
    transaction. Raises NoUsableColumns, or Unusable where the file breaks off.
    """
    mapping = columns_of(table)
    if mapping is None:
        raise NoUsableColumns
    counts, accepted = ImportCounts(), []
    seen: set[str] = set()
    for row in table.rows:
        counts.rows += 1
        try:
            read = read_table_row(row, mapping)
            if read.external_id in seen:
                raise RowRejected(_("An earlier row of this file has the same record number."))
        except RowRejected as error:
            counts.rejected += 1
            counts.problems.append((row.number, str(error)))
            continue
        seen.add(read.external_id)
        counts.problems += [(row.number, warning) for warning in read.warnings]
        accepted.append(read)
    if not counts.rows:
        raise Unusable("no_rows")
    known = _known(organization)
    if is_dry_run:
        for read in accepted:
            _count(counts, read, known.get(read.external_id))
        return counts
    _write(accepted, known, organization, counts, actor)
    return counts


def _known(organization: Organization) -> dict[str, Registration]:
    rows = Registration.objects.filter(organization=organization).exclude(external_id="")
    return {row.external_id: row for row in rows}


def _count(counts: ImportCounts, read: RowRead, old: Registration | None) -> str:
    """Say what a row does and count it."""
    if old is None:
        counts.created += 1
        return "created"
    if bytes(old.content_fingerprint) == read.content.fingerprint():
        counts.unchanged += 1
        return "unchanged"
    counts.updated += 1
    return "updated"


def _write(
    accepted: list[RowRead],
    known: dict[str, Registration],
    organization: Organization,
    counts: ImportCounts,
    actor: Actor,
) -> None:
    new = sum(1 for read in accepted if read.external_id not in known)
    keys = iter(create_data_keys(new, purpose="registration") if new else [])
    with transaction.atomic():
        for read in accepted:
            old = known.get(read.external_id)
            outcome = _count(counts, read, old)
            if outcome == "created":
                register(
                    content=read.content,
                    actor=actor,
                    organization=organization,
                    filled_by=FilledBy.IMPORT,
                    given_by=GivenBy.ASSERTED,
                    external_id=read.external_id,
                    key_id=next(keys),
                )
            elif outcome == "updated" and old is not None:
                replace_content(registration=old, content=read.content, actor=actor)
        record(
            events.IMPORTED,
            actor=actor,
            subject=organization,
            organization_id=organization.pk,
            data=counts.numbers(),
        )
