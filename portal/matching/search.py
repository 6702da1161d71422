"""One box, any script: blind indexes narrow, at most SEARCH_DECRYPT_LIMIT records are opened and ranked (floor 6).

What was typed is never stored or logged; the keys of what was shown are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.permissions import has_role
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import token
from portal.confidential.keyring import open_data_keys
from portal.core.references import read_reference
from portal.detainees.access import hidden_from
from portal.detainees.models import DetaineeName, DetaineeRecord
from portal.detainees.models import NameIndex as DetaineeIndex
from portal.names import SAME, Name, WordLikeness, compare, keys, parse
from portal.registry.models import NameIndex as RegistryIndex
from portal.registry.models import PersonName, Registration

from . import events
from .enums import SideKind
from .permissions import READERS, check_search
from .records import parsed

PURPOSE = "search"
SHOWN = 50
_LEAST_SCORE = 0.45


@dataclass(frozen=True)
class Hit:
    """One person found: which kind of record, its reference, the name as written and why it is here."""

    kind: str
    id: UUID
    reference: str
    name: str
    score: float
    why: str | Promise


def search_people(*, text: str, user) -> list[Hit]:
    """Find registrations, and detainee records for those who read pairs; best first, at most SHOWN. Logged once.

    Raises PermissionDenied for who may not search.
    """
    check_search(user)
    kinds = [SideKind.REGISTRATION, SideKind.DETAINEE] if has_role(user, *READERS) else [SideKind.REGISTRATION]
    hits = _by_reference(text, kinds) + _by_name(text, kinds)
    best: dict[tuple[str, UUID], Hit] = {}
    hidden = _hidden(hits, user)
    for hit in sorted(hits, key=lambda hit: -hit.score):
        if hit.id not in hidden:
            best.setdefault((hit.kind, hit.id), hit)
    shown = list(best.values())[:SHOWN]
    record(
        events.SEARCHED,
        actor=Actor.staff(user.pk),
        purpose=PURPOSE,
        data={
            "found": len(shown),
            **{kind: [str(hit.id) for hit in shown if hit.kind == kind] for kind in kinds},
        },
    )
    return shown


def _hidden(hits: list[Hit], user) -> frozenset[UUID]:
    """Detainee records among the hits that are sealed to this person."""
    found = DetaineeRecord.objects.filter(pk__in={hit.id for hit in hits if hit.kind == SideKind.DETAINEE})
    return hidden_from(user, list(found.select_related("last_batch")))


def _by_reference(text: str, kinds: list[SideKind]) -> list[Hit]:
    if not text:
        return []
    found: list[Hit] = []
    reference = read_reference(text)
    registrations = Registration.objects.filter(reference=reference) if reference else Registration.objects.none()
    registrations = registrations | Registration.objects.filter(external_id=text)
    why = _("The reference is the same")
    for registration in registrations.order_by("pk")[:SHOWN]:
        row = PersonName.objects.filter(person__registration=registration).order_by("-is_primary", "pk").first()
        name = row.full_as_written if row else ""
        found.append(Hit(SideKind.REGISTRATION, registration.pk, registration.reference, name, 2.0, why))
    if SideKind.DETAINEE in kinds:
        for detainee in DetaineeRecord.objects.listed().filter(external_id=text).order_by("pk")[:SHOWN]:
            listed = detainee.names.order_by("-is_primary", "pk").first()
            name = listed.full_as_written if listed else ""
            found.append(Hit(SideKind.DETAINEE, detainee.pk, detainee.external_id, name, 2.0, why))
    return found


def _by_name(text: str, kinds: list[SideKind]) -> list[Hit]:
    wanted = parse(text)
    found = keys(wanted)
    # A single word may be a name with Abu or Umm, whose keys stand apart.
    tokens = {token("any", key) for key in found["any"]}
    called = {token("kunya", key) for key in found["kunya"]}
    if not (tokens or called):
        return []
    limit = settings.SEARCH_DECRYPT_LIMIT // len(kinds)
    names: list[tuple[SideKind, PersonName | DetaineeName]] = []
    people = _narrowed(RegistryIndex.objects.all(), "person_id", tokens, called, limit)
    rows = PersonName.objects.filter(person_id__in=people).select_related("person__registration")
    names += [(SideKind.REGISTRATION, row) for row in rows.order_by("-is_primary", "pk")[:limit]]
    if SideKind.DETAINEE in kinds:
        records = _narrowed(DetaineeIndex.objects.all(), "record_id", tokens, called, limit)
        listed = DetaineeName.objects.filter(record_id__in=records).select_related("record")
        names += [(SideKind.DETAINEE, row) for row in listed.order_by("-is_primary", "pk")[:limit]]
    open_data_keys(row.key_id for _kind, row in names)
    likeness = WordLikeness()
    hits = (_hit(kind, row, wanted, likeness) for kind, row in names)
    return [hit for hit in hits if hit.score >= _LEAST_SCORE]


def _narrowed(index: QuerySet, owner: str, tokens: Iterable[int], called: Iterable[int], limit: int) -> list[UUID]:
    """Owners whose tokens meet the search most often, at most `limit`."""
    rows = index.filter(version=settings.BLIND_INDEX_VERSION, field="any", token__in=list(tokens))
    rows = rows | index.filter(version=settings.BLIND_INDEX_VERSION, field="kunya", token__in=list(called))
    met = Counter(rows.values_list(owner, flat=True))
    return [key for key, _count in sorted(met.items(), key=lambda item: (-item[1], str(item[0])))[:limit]]


def _hit(kind: SideKind, row, wanted: Name, likeness: WordLikeness) -> Hit:
    compared = compare(wanted, parsed(row), words=likeness)
    owner = row.person.registration if kind == SideKind.REGISTRATION else row.record
    reference = owner.reference if kind == SideKind.REGISTRATION else owner.external_id
    alike = bool(compared.aligned) and all(part.similarity >= SAME for part in compared.aligned)
    score, why = compared.score, _("The names sound alike")
    if alike and not compared.left_only:
        # Every word that was typed answers a part of the name: a short search finds a long name.
        score, why = max(score, 0.9), _("Every word that was typed stands in the name")
    elif not compared.aligned and wanted.kunya_tokens:
        score, why = 0.6, _("The name with Abu or Umm sounds alike")
    return Hit(kind, owner.pk, reference, row.full_as_written, score, why)
