"""Invented registrations, detainee records and pairs, made by the services where there are any."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from portal.accounts.models import AccessHolder, User
from portal.accounts.services.holders import create_holder
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.confidential.blind import fingerprint, token
from portal.confidential.keyring import create_data_key
from portal.detainees.enums import CustodyKind, LegalStatus, Reliability, SharingTerms
from portal.detainees.models import Batch, CustodyEvent, DetaineeName, DetaineeRecord, NameIndex, Source
from portal.detainees.services.sealing import weigh
from portal.matching.enums import DuplicateState, SideKind
from portal.matching.models import CandidatePair, DuplicatePair
from portal.matching.models.duplicates import SIDES
from portal.matching.persons import link_anew
from portal.matching.services.risks import note_risks
from portal.names import keys, parse
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import Answer, Knowledge, Purpose
from portal.registry.models import Registration
from portal.registry.services.registrations import register

from .unique import number, unique

# What a run says of two records: codes and weights, no value of either side.
SAID = {
    "model_version": "test-1",
    "model_sha256": "0" * 64,
    "levels": {"given": 14, "birth": 4},
    "reasons": [
        {"field": "given", "level_code": "name.given.same", "weight": 5.2, "frequency": "rare"},
        {"field": "birth", "level_code": "birth.overlaps", "weight": 4.1, "frequency": ""},
    ],
}
AGREED = {Purpose.CONTACT.value: Answer.YES.value, Purpose.COMPARE.value: Answer.YES.value}


def make_staff(*roles: str, username: str = "") -> User:
    """A member of staff with the given roles, under a name that no other factory gives."""
    user = User.objects.create_user(username=username or unique("reader"), password="not a secret", language="en")
    for role in roles:
        grant_role(user=user, role=role, actor=SYSTEM)
    return user


def make_holder() -> AccessHolder:
    """Somebody who registers."""
    return create_holder(language="ar", actor=SYSTEM)[0]


def make_registration(name: str = "آزاد محمد سليمان", *, consents=None, holder=None, **content) -> Registration:
    """A registration of a missing brother; `content` overrides fields of RegistrationContent, `mother` the name's."""
    mother = content.pop("mother", "كلستان")
    fields = {
        "sex": "male",
        "birth_date": "1991",
        "birth_place": "القامشلي",
        "nationality": "SY",
        "relationship": "sister",
        "date": "2014-07~",
        "date_knowledge": Knowledge.KNOWN,
        "place_as_told": "الشدادي",
        "place_knowledge": Knowledge.KNOWN,
        **content,
    }
    return register(
        content=RegistrationContent(
            names=(NameContent(full=name, mother=mother),),
            consents=AGREED if consents is None else consents,
            **fields,
        ),
        actor=SYSTEM,
        holder=holder or make_holder(),
    )


def make_source(*, sharing_terms: str = SharingTerms.FAMILY_AFTER_DECISION, reliability: str = Reliability.B) -> Batch:
    """A source with one batch."""
    source = Source.objects.create(name=f"Source {number()}", reliability=reliability, sharing_terms=sharing_terms)
    return Batch.objects.create(
        key_id=create_data_key(purpose="batch"),
        source=source,
        label="list",
        received_on=date(2026, 1, 2),
        reliability=reliability,
        sharing_terms=sharing_terms,
        file_fingerprint=b"",
    )


def make_detainee(
    name: str = "ازاد محمد سلمان الحسكاوي", *, batch: Batch | None = None, mother: str = "گولستان", **fields
) -> DetaineeRecord:
    """A detainee record with one name and one custody event; `fields` overrides the record's."""
    batch = batch or make_source()
    event_date, event_place = fields.pop("event_date", "2019-03"), fields.pop("event_place", "الحسكة")
    external_id = fields.pop("external_id", f"DET-{number():05}")
    values = {
        "sex": "male",
        "birth_date": "1991-01-01",
        "birth_place": "القامشلي",
        "nationality": "SY",
        "facility": "Baghdad",
        "legal_status": LegalStatus.HELD_WITHOUT_CHARGE,
        **fields,
    }
    content = fingerprint(name, mother, repr(sorted(values.items())))
    record = DetaineeRecord.objects.create(
        key_id=create_data_key(purpose="detainee"),
        source=batch.source,
        last_batch=batch,
        external_id=external_id,
        row_fingerprint=content,
        content_fingerprint=content,
        **values,
    )
    DetaineeName.objects.create(
        key_id=record.key_id,
        record=record,
        script="Arab",
        language="ar",
        is_primary=True,
        full_as_written=name,
        mother=mother,
    )
    for field, found in keys(parse(name, mother=mother)).items():
        NameIndex.objects.bulk_create(
            NameIndex(record=record, field=field, token=token(field, value), version=1) for value in sorted(found)
        )
    CustodyEvent.objects.create(
        key_id=record.key_id, record=record, kind=CustodyKind.CAPTURE, date=event_date, place=event_place
    )
    weigh([record.pk])
    record.refresh_from_db(fields=["is_sealed", "weighed_on"])
    return record


def make_pair(
    registration: Registration | None = None, detainee: DetaineeRecord | None = None, **fields
) -> CandidatePair:
    """A proposal as a run would write it."""
    values = {
        "weight": 14.2,
        "probability": 0.99,
        **SAID,
        **fields,
    }
    registration = registration or make_registration()
    pair = CandidatePair.objects.create(
        key_id=registration.key_id, registration=registration, detainee=detainee or make_detainee(), **values
    )
    note_risks([pair.detainee_id])
    return pair


def make_duplicate(
    first: Registration | DetaineeRecord, second: Registration | DetaineeRecord, **fields
) -> DuplicatePair:
    """A proposal that two records of one side are about one person, as a run would write it."""
    kind = SideKind.REGISTRATION if isinstance(first, Registration) else SideKind.DETAINEE
    records = sorted((first, second), key=lambda one: one.pk)
    sides = dict(zip(SIDES[kind], records, strict=True))
    values = {"weight": 9.1, "probability": 0.97, **SAID, **fields}
    duplicate = DuplicatePair.objects.create(key_id=records[0].key_id, kind=kind, **sides, **values)
    if kind == SideKind.DETAINEE and duplicate.state == DuplicateState.SAME:
        with transaction.atomic():
            link_anew([one.pk for one in records])
        for one in records:
            one.refresh_from_db(fields=["person", "is_sealed"])
    return duplicate
