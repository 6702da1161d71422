"""The file that is given to a recipient: only the classes of data that the family agreed to (floor 6)."""

import base64
import json
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from portal.core.dates import day_of, today
from portal.evidence.access import copies_to_give
from portal.evidence.models import Evidence
from portal.registry.access import access_channels
from portal.registry.consent import allows
from portal.registry.enums import DataClass, Visibility
from portal.registry.facts import Fact
from portal.registry.models import CaseNote, Registration
from portal.registry.told import ToldName, read_told

from .models import Transmission


def letter(transmission: Transmission, *, user) -> bytes:
    """Return the file as JSON, in the language of who hands it out. A class that is not agreed to is left out."""
    registration, recipient = transmission.registration, transmission.recipient
    told = read_told(registration)
    classes = {
        DataClass.PERSON: lambda: [
            {"names": [_name(name) for name in person.names], "facts": _facts(person.facts)} for person in told.persons
        ],
        DataClass.LAST_NEWS: lambda: [_facts(person.last_known) for person in told.persons],
        DataClass.APPLICANT: lambda: _facts(told.applicant),
        DataClass.REACH: lambda: [
            {"kind": one.kind, "value": one.value, "note": one.note} for one in access_channels(registration, user=user)
        ],
        DataClass.NOTES: lambda: [
            {"words": note.words, "written_on": day_of(note.written_at).isoformat()}
            for note in registration.case_notes.for_partners()
        ],
        DataClass.FILES: lambda: [_file(evidence, copy) for evidence, copy in copies_to_give(registration, user=user)],
    }
    given = {
        str(code): read()
        for code, read in classes.items()
        if code in transmission.data_classes and allows(registration, recipient.kind, recipient, code)
    }
    head = {
        "reference": registration.reference,
        "recipient": recipient.name,
        "purpose": recipient.kind,
        "given_on": today().isoformat(),
    }
    return json.dumps({**head, "given": given}, ensure_ascii=False, indent=2).encode()


def notes_given(registration: Registration) -> QuerySet[CaseNote]:
    """Return the notes that have left the house: in force, and not for colleagues alone, when notes were given."""
    sent = Transmission.objects.given().filter(registration=registration)
    times = [one.given_at for one in sent if DataClass.NOTES in one.data_classes]
    stood = [Q(written_at__lte=at) & (Q(corrected_by=None) | Q(corrected_by__written_at__gt=at)) for at in times]
    rows = registration.case_notes.exclude(visibility=Visibility.INTERNAL)
    return rows.filter(reduce(or_, stood)) if stood else rows.none()


def _facts(facts: Iterable[Fact]) -> dict[str, str]:
    return {str(fact.label): str(fact.value) for fact in facts}


def _file(evidence: Evidence, content: bytes) -> dict[str, str]:
    """The copy itself, with what it shows; never the original, nor the name that its sender gave it."""
    return {
        "kind": str(evidence.get_kind_display()),
        "words": evidence.words,
        "received_on": day_of(evidence.received_at or evidence.started_at).isoformat(),
        "media_type": evidence.copy.media_type,
        "sha256": evidence.copy.sha256,
        "content": base64.b64encode(content).decode(),
    }


def _name(name: ToldName) -> dict[str, object]:
    return {"text": name.text, "kind": str(name.kind), "parts": _facts(name.parts)}
