"""One box, any script: blind indexes narrow, at most SEARCH_DECRYPT_LIMIT records are opened and ranked (floor 6).

What was typed is never stored or logged; the purpose, the counts and the keys of what was shown are (R-25, R-37).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.permissions import has_role
from portal.accounts.reading import check_names, record_search
from portal.confidential.bulk import Ciphers
from portal.core.references import read_reference
from portal.detainees.access import unsealed_to
from portal.detainees.models import DetaineeName, DetaineeRecord
from portal.detainees.models import NameIndex as DetaineeIndex
from portal.names import SAME, Comparison, Name, Token, WordLikeness, compare
from portal.registry.models import NameIndex as RegistryIndex
from portal.registry.models import PersonName, PersonSought, Registration
from portal.registry.need import CONTACT_READERS, open_to

from . import events
from .enums import SearchPurpose, SideKind
from .hits import Hit, Words
from .narrowing import narrowed
from .permissions import READERS, check_search
from .query import SearchQuery, read_query
from .records import comparable_registrations, named
from .whereabouts import judge_facts

SHOWN = 50
_LEAST_SCORE = 0.45
_CERTAIN = 2.0


@dataclass(frozen=True)
class Found:
    """What a search shows, best first; `is_cut` where more fit than were looked at."""

    hits: list[Hit]
    is_cut: bool


def search_people(
    *,
    text: str,
    user,
    purpose: str,
    mother: str = "",
    place: str = "",
    first_year: int | None = None,
    last_year: int | None = None,
) -> Found:
    """Find registrations, and detainee records for those who read pairs; best first, at most SHOWN. Logged once.

    Raises PermissionDenied for who may not search, ValueError on an unknown purpose.
    """
    check_search(user)
    if purpose not in SearchPurpose.values:
        raise ValueError("unknown purpose")
    query = read_query(text=text, mother=mother, place=place, first_year=first_year, last_year=last_year)
    check_names(user)
    kinds = [SideKind.REGISTRATION, SideKind.DETAINEE] if has_role(user, *READERS) else [SideKind.REGISTRATION]
    best: dict[tuple[str, UUID], Hit] = {}
    is_cut, limit = False, settings.SEARCH_DECRYPT_LIMIT // len(kinds)
    for kind in kinds:
        visible = _visible(kind, user)
        by_name, is_full = _by_name(query, kind, visible, limit)
        is_cut |= is_full
        for hit in sorted([*_by_number(query, kind, visible), *by_name], key=lambda hit: -hit.score):
            best.setdefault((hit.kind, hit.id), hit)
    hits = sorted(best.values(), key=lambda hit: (-hit.score, str(hit.id)))
    shown = hits[:SHOWN]
    _log(shown, kinds, user, purpose)
    return Found(shown, is_cut or len(hits) > SHOWN)


def _log(shown: list[Hit], kinds: list[SideKind], user, purpose: str) -> None:
    keys = {str(kind): [str(hit.id) for hit in shown if hit.kind == kind] for kind in kinds}
    record_search(events.SEARCHED, user=user, purpose=purpose, data={"found": len(shown), **keys})


def _visible(kind: SideKind, user) -> QuerySet:
    """Records of a kind that this person may find. What is not among them is neither opened nor counted.

    Some are sealed to her; who answers families sees the files that are open to her, and who only compares what takes
    part in comparison.
    """
    if kind == SideKind.DETAINEE:
        return DetaineeRecord.objects.listed().filter(unsealed_to(user))
    if has_role(user, *CONTACT_READERS):
        return open_to(user, Registration.objects.all())
    return comparable_registrations()


def _by_number(query: SearchQuery, kind: SideKind, visible: QuerySet) -> list[Hit]:
    if not query.number:
        return []
    listed: list[tuple[DetaineeRecord | Registration, str, QuerySet]]
    if kind == SideKind.DETAINEE:
        records = visible.filter(external_id=query.number).order_by("pk")[:SHOWN]
        listed = [(one, one.external_id, one.names.all()) for one in records]
    else:
        reference = read_reference(query.number)
        same = Q(external_id=query.number) | (Q(reference=reference) if reference else Q())
        registrations = visible.filter(same).order_by("pk")[:SHOWN]
        listed = [(one, one.reference, PersonName.objects.filter(person__registration=one)) for one in registrations]
    hits = []
    for one, reference, names in listed:
        row = names.order_by("-is_primary", "pk").first()
        written = row.full_as_written if row else ""
        hits.append(Hit(kind, one.pk, reference, written, _CERTAIN, (_("The number is the same"),)))
    return hits


def _by_name(query: SearchQuery, kind: SideKind, visible: QuerySet, limit: int) -> tuple[list[Hit], bool]:
    """Who is found by name, and whether there may be more than were looked at."""
    index: QuerySet
    rows: QuerySet
    if kind == SideKind.DETAINEE:
        index, column, rows = DetaineeIndex.objects.all(), "record", DetaineeName.objects.all()
    else:
        index, column, rows = RegistryIndex.objects.all(), "person", PersonName.objects.all()
    owners = narrowed(index, f"{column}_id", query.words(), limit)
    # Who may be seen is asked of these few, not of everybody in the registry.
    if kind == SideKind.DETAINEE:
        may_see = Q(record__in=visible.filter(pk__in=owners))
    else:
        theirs = PersonSought.objects.filter(pk__in=owners).values("registration")
        may_see = Q(person__in=owners, person__registration__in=visible.filter(pk__in=theirs))
    ciphers = Ciphers()
    rated = _rated(query, rows.filter(may_see), column, ciphers)
    hits = _called(kind, rated)
    if query.years or query.place:
        hits = judge_facts(hits, query, kind, ciphers)
    return hits, len(owners) >= limit


def _rated(
    query: SearchQuery, rows: QuerySet, column: str, ciphers: Ciphers
) -> dict[str, tuple[float, str, list[Words]]]:
    """The best name of each owner: how well it answers, as written, and why."""
    likeness, found = WordLikeness(), defaultdict(list)
    names = list(named(rows.order_by("-is_primary", "pk"), ciphers, column))
    likeness.prepare(_pairs(query, (name for _owner, name, _written in names)))
    for owner, name, written in names:
        score, why = _answer(query, name, likeness)
        if score >= _LEAST_SCORE:
            found[owner].append((score, written, why))
    return {owner: max(answers, key=lambda answer: answer[0]) for owner, answers in found.items()}


def _pairs(query: SearchQuery, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Every typed word beside every word of the names, to be compared in one go."""
    typed = {one.word for name in (query.name, query.mother) for one in (*name.tokens, *name.kunya_tokens)}
    there = {one.word for name in names for one in (*name.tokens, *name.kunya_tokens, *name.mother_tokens)}
    return ((one, other) for one in typed for other in there)


def _called(kind: SideKind, rated: dict[str, tuple[float, str, list[Words]]]) -> list[Hit]:
    """The hits with what their records are called."""
    found: Iterable[tuple[UUID, UUID, str]]
    if kind == SideKind.DETAINEE:
        found = DetaineeRecord.objects.filter(pk__in=rated).values_list("pk", "pk", "external_id")
    else:
        people = PersonSought.objects.filter(pk__in=rated)
        found = people.values_list("pk", "registration_id", "registration__reference")
    hits = []
    for owner, key, reference in found:
        score, written, why = rated[str(owner)]
        hits.append(Hit(kind, key, reference, written, score, tuple(why)))
    return hits


def _answer(query: SearchQuery, name: Name, likeness: WordLikeness) -> tuple[float, list[Words]]:
    """How well a name answers what was asked, in [0, 1], and the reasons in words."""
    why: list[Words] = []
    compared = compare(query.name, name, words=likeness)
    score, left = compared.score, _unanswered(compared)
    if query.name.tokens and not left:
        # Every word that was typed answers a part of the name: a short search finds a long name.
        score = max(score, 0.9)
        why.append(_("Every word that was typed stands in the name"))
    elif compared.aligned and left and _stand_in(left, name.mother_tokens, likeness):
        score = max(score, 0.85)
        why.append(_("Every word stands in the name or in the mother’s name"))
    elif query.name.tokens and _stand_in(query.name.tokens, name.mother_tokens, likeness):
        score = max(score, 0.7)
        why.append(_("The mother’s name sounds alike"))
    elif score >= _LEAST_SCORE:
        why.append(_("The names sound alike"))
    if query.name.kunya_tokens and _stand_in(query.name.kunya_tokens, name.kunya_tokens, likeness):
        score = max(score, 0.6) if query.name.tokens else 0.9
        why.append(_("The name with Abu or Umm sounds alike"))
    if query.mother.tokens:
        if _stand_in(query.mother.tokens, name.mother_tokens, likeness):
            score = score + 0.1 if query.name.tokens else 0.8
            why.append(_("The mother’s name is the one you wrote"))
        else:
            score -= 0.2 if name.mother_tokens else 0.05
    return score, why


def _unanswered(compared: Comparison) -> Sequence[Token]:
    """Typed words that no part of the chain answers."""
    unlike = [pair.left for pair in compared.aligned if pair.similarity < SAME]
    return [*compared.left_only, *unlike]


def _stand_in(asked: Sequence[Token], tokens: Sequence[Token], likeness: WordLikeness) -> bool:
    """Whether each of these words is one of those, after spelling."""
    return bool(tokens) and all(any(likeness.of(one.word, other.word) >= SAME for other in tokens) for one in asked)
