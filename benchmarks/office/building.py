"""A registry of full size in the databases of the settings in force: invented people, written in bulk, encrypted.

The people are those of `benchmarks.linkage`; detainee records are written by the import's own code, registrations as
rows like those that a family's submit writes, without the form's answers, which no screen measured here reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from benchmarks.linkage.generate import generate
from portal.audit.actors import SYSTEM
from portal.confidential.blind import token
from portal.confidential.keyring import create_data_key, create_data_keys
from portal.core.columns import DETAINEE_COLUMNS
from portal.core.languages import guess_name_language, script_of
from portal.core.references import new_reference
from portal.detainees.enums import Reliability, SharingTerms
from portal.detainees.models import Batch, DetaineeRecord, Source
from portal.detainees.rows import read_row as read_detainee
from portal.detainees.services.writing import create_records
from portal.matching.models import CandidatePair
from portal.names import keys
from portal.organizations.models import Organization
from portal.organizations.services import create_organization
from portal.registry.consent_texts import text_hash, text_shown
from portal.registry.content import NameContent
from portal.registry.enums import Answer, Purpose
from portal.registry.importing import read_row
from portal.registry.models import Applicant, ConsentLine, LastKnown, NameIndex, PersonName, PersonSought, Registration

CHUNK = 1000
PAIRS_EACH = 2
_REASONS = (
    ("given", "name.given.same_after_spelling", 5.2, "uncommon"),
    ("father", "name.father.same", 1.9, "very_frequent"),
    ("grandfather", "name.grandfather.resembles", -1.1, ""),
    ("mother", "mother.given.same_after_spelling", 8.4, "rare"),
    ("birth", "birth.same_year", 4.1, ""),
    ("birth_place", "birth_place.different", -1.2, ""),
    ("event", "event.possible", 1.5, ""),
    ("sex", "sex.same", 1.0, ""),
)


def build(registrations: int, detainees: int, seed: int = 7) -> None:
    """Write the whole registry, with PAIRS_EACH possible matches for each registration."""
    tables = generate(registrations, detainees, seed=seed)
    batch = _batch()
    for rows in _chunks(tables.detainees.to_pylist()):
        _detainees(batch, rows)
    organization = create_organization(slug="benchmark", names={"en": "Benchmark"}, actor=SYSTEM)
    for rows in _chunks(tables.registrations.to_pylist()):
        _registrations(organization, rows)
    _pairs(Random(seed))


def _chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _batch() -> Batch:
    terms = {"reliability": Reliability.B, "sharing_terms": SharingTerms.FAMILY_AFTER_DECISION}
    return Batch.objects.create(
        key_id=create_data_key(purpose="batch"),
        source=Source.objects.create(name="A list", **terms),
        label="A list",
        received_on=date(2026, 1, 2),
        file_fingerprint=b"",
        **terms,
    )


def _detainees(batch: Batch, rows: Sequence[dict[str, str]]) -> None:
    mapping = {column: place for place, column in enumerate(DETAINEE_COLUMNS)}
    readings = [read_detainee([row.get(column, "") for column in DETAINEE_COLUMNS], (), mapping) for row in rows]
    with transaction.atomic():
        create_records(batch=batch, readings=[one for one in readings if not one.is_rejected])


@transaction.atomic
def _registrations(organization: Organization, rows: Sequence[dict[str, str]]) -> None:
    read, now = [read_row(row) for row in rows], timezone.now()
    key_ids = create_data_keys(len(read), purpose="registration")
    made = [
        Registration(
            key_id=key_id,
            organization=organization,
            reference=new_reference(),
            external_id=one.external_id,
            kind=one.content.kind,
            language=one.content.language,
            content_fingerprint=one.content.fingerprint(),
            started_at=now - timedelta(days=place % 400),
            submitted_at=now - timedelta(days=place % 400),
        )
        for place, (one, key_id) in enumerate(zip(read, key_ids, strict=True))
    ]
    Registration.objects.bulk_create(made)
    both = [(registration, one.content) for registration, one in zip(made, read, strict=True)]
    Applicant.objects.bulk_create(
        Applicant(
            key_id=registration.key_id,
            registration=registration,
            kind=content.applicant_kind,
            relationship=content.relationship,
            relationship_as_written=content.relationship_as_written,
            name=content.applicant_name,
            contact_wish=content.contact_wish,
        )
        for registration, content in both
    )
    facts = ("sex", "birth_date", "birth_place", "nationality")
    persons = [
        PersonSought(
            key_id=registration.key_id,
            registration=registration,
            **{name: getattr(content, name) for name in facts},
        )
        for registration, content in both
    ]
    PersonSought.objects.bulk_create(persons)
    told = ("date_knowledge", "date", "date_in_words", "place_knowledge", "place_as_told")
    LastKnown.objects.bulk_create(
        LastKnown(key_id=person.key_id, person=person, **{name: getattr(content, name) for name in told})
        for person, (_registration, content) in zip(persons, both, strict=True)
    )
    named = [(person, name) for person, (_one, content) in zip(persons, both, strict=True) for name in content.names]
    PersonName.objects.bulk_create(_name(person, name) for person, name in named)
    NameIndex.objects.bulk_create(_tokens(named))
    ConsentLine.objects.bulk_create(_consents(made))


def _name(person: PersonSought, name: NameContent) -> PersonName:
    written = name.as_written()
    parts = ("kind", "given", "father", "grandfather", "family", "kunya", "mother")
    return PersonName(
        key_id=person.key_id,
        person=person,
        script=script_of(written),
        language=name.language or guess_name_language(written),
        is_primary=True,
        full_as_written=written,
        **{part: getattr(name, part) for part in parts},
    )


def _tokens(named: Sequence[tuple[PersonSought, NameContent]]) -> Iterator[NameIndex]:
    for person, name in named:
        for field, values in keys(name.parsed()).items():
            for value in sorted(values):
                yield NameIndex(person=person, field=field, token=token(field, value), version=1)


def _consents(made: Sequence[Registration]) -> Iterator[ConsentLine]:
    now = timezone.now()
    hashes = {purpose: text_hash(text_shown(purpose, "en")) for purpose in (Purpose.CONTACT, Purpose.COMPARE)}
    for registration in made:
        for purpose, text in hashes.items():
            yield ConsentLine(
                registration=registration,
                purpose=purpose,
                answer=Answer.YES,
                text_hash=text,
                language="en",
                given_at=now,
            )


def _pairs(rng: Random) -> None:
    """Proposals as a run writes them: which two records they name makes no difference to how fast they are read."""
    held = list(DetaineeRecord.objects.values_list("pk", flat=True))
    said: dict[str, Any] = {
        "model_version": "benchmark",
        "model_sha256": "0" * 64,
        "reasons": [
            {"field": field, "level_code": code, "weight": weight, "frequency": frequency}
            for field, code, weight, frequency in _REASONS
        ],
    }
    for rows in _chunks(Registration.objects.values_list("pk", "key_id").iterator()):
        CandidatePair.objects.bulk_create(
            CandidatePair(
                key_id=key_id,
                registration_id=registration,
                detainee_id=detainee,
                weight=round(rng.uniform(-4, 24), 4),
                probability=0.5,
                **said,
            )
            for registration, key_id in rows
            for detainee in rng.sample(held, PAIRS_EACH)
        )
