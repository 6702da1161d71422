"""Everything we hold of her, about one registration: for a machine (JSON) and for reading (PDF) (floor 7; R-38).

What belongs to her is named here, model by model, and a test refuses a new model that is neither named nor left out
with its reason. Which fields are personal stands on the models themselves. Nothing of anybody else is in it: no name of
staff, no detained person, no possible match (R-20).
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import override

from portal.accounts.models import AccessHolder, CodeRecovery, Passkey, ReturnCode, SignInName
from portal.core.languages import Language
from portal.core.pdf import paper_html, paper_pdf
from portal.core.personal import PersonalData
from portal.evidence.access import known_to_family
from portal.evidence.models import Evidence
from portal.following.models import Follow
from portal.notifications.models import Delivery, EventWish, InboxEntry, SafeChannel, SignOfLife
from portal.organizations.models import Recipient
from portal.places.models import Place
from portal.referrals.letters import notes_given
from portal.referrals.models import Transmission
from portal.registry.enums import HeardFrom
from portal.registry.letters import letters
from portal.registry.models import (
    AnswersSnapshot,
    Applicant,
    Author,
    Belief,
    CaseClosure,
    CaseNote,
    ConsentLine,
    ConsentQuestion,
    ConsentReview,
    Draft,
    Finding,
    Happened,
    HeardPlace,
    IssuedPaper,
    LastKnown,
    LegalHold,
    Message,
    NamedAuthority,
    PersonName,
    PersonSought,
    Registration,
    RegistrationLink,
    SealedNote,
    Silence,
    Stay,
    Testimony,
    TrainedWish,
    UnsentWords,
)
from portal.registry.readings import readings_by_month
from portal.support.models import Report

from .told import sections_of

Rows = Callable[[Registration, AccessHolder], models.QuerySet[Any]]

EXPORTED: dict[type[models.Model], Rows] = {
    Registration: lambda registration, holder: Registration.objects.filter(pk=registration.pk),
    AnswersSnapshot: lambda registration, holder: registration.snapshots.all(),
    Applicant: lambda registration, holder: Applicant.every.filter(registration=registration),
    PersonSought: lambda registration, holder: PersonSought.every.filter(registration=registration),
    PersonName: lambda registration, holder: PersonName.objects.filter(person__registration=registration),
    LastKnown: lambda registration, holder: LastKnown.objects.filter(person__registration=registration),
    Happened: lambda registration, holder: Happened.objects.filter(person__registration=registration),
    HeardPlace: lambda registration, holder: registration.heard_places.all(),
    Stay: lambda registration, holder: Stay.objects.filter(person__registration=registration),
    Belief: lambda registration, holder: Belief.objects.filter(person__registration=registration),
    Silence: lambda registration, holder: Silence.objects.filter(person__registration=registration),
    ConsentLine: lambda registration, holder: registration.consents.order_by("given_at"),
    Testimony: lambda registration, holder: Testimony.objects.filter(draft__registration=registration),
    ConsentReview: lambda registration, holder: ConsentReview.objects.filter(registration=registration),
    ConsentQuestion: lambda registration, holder: registration.consent_questions.order_by("proposed_at"),
    NamedAuthority: lambda registration, holder: registration.named_authorities.order_by("named_at"),
    Transmission: lambda registration, holder: registration.transmissions.order_by("requested_at"),
    Evidence: lambda registration, holder: known_to_family(registration),
    RegistrationLink: lambda registration, holder: RegistrationLink.objects.of(registration),
    Message: lambda registration, holder: registration.messages.all(),
    # What was written for her to read, and what others read of her; notes among colleagues are not hers to carry.
    CaseNote: lambda registration, holder: registration.case_notes.for_family() | notes_given(registration),
    CaseClosure: lambda registration, holder: registration.closures.all(),
    UnsentWords: lambda registration, holder: UnsentWords.objects.filter(registration=registration),
    IssuedPaper: lambda registration, holder: registration.papers.order_by("issued_at"),
    # What she was told in a talk. What was not told is in nothing of hers.
    Finding: lambda registration, holder: registration.findings.filter(told_at__isnull=False).order_by("told_at"),
    TrainedWish: lambda registration, holder: registration.trained_wishes.order_by("wished_at"),
    SealedNote: lambda registration, holder: registration.sealed_notes.filter(heard_from=HeardFrom.FAMILY),
    LegalHold: lambda registration, holder: registration.holds.order_by("placed_at"),
    Draft: lambda registration, holder: Draft.objects.filter(holder=holder),
    AccessHolder: lambda registration, holder: AccessHolder.objects.filter(pk=holder.pk),
    ReturnCode: lambda registration, holder: holder.return_codes.order_by("issued_at"),
    CodeRecovery: lambda registration, holder: holder.recoveries.order_by("requested_at"),
    SignInName: lambda registration, holder: SignInName.objects.filter(holder=holder),
    Passkey: lambda registration, holder: holder.passkeys.order_by("added_at"),
    SafeChannel: lambda registration, holder: holder.channels.order_by("created_at"),
    InboxEntry: lambda registration, holder: holder.inbox.order_by("created_at"),
    EventWish: lambda registration, holder: EventWish.objects.filter(holder=holder),
    SignOfLife: lambda registration, holder: SignOfLife.objects.filter(holder=holder),
    Delivery: lambda registration, holder: Delivery.objects.filter(entry__holder=holder).order_by("created_at"),
    Report: lambda registration, holder: Report.objects.filter(holder=holder).order_by("created_at"),
    Follow: lambda registration, holder: Follow.objects.filter(holder=holder).select_related("proceeding"),
}
# Why a model of the same apps is not hers.
LEFT_OUT = {
    "accounts.User": "people of the office",
    "accounts.RoleGrant": "people of the office",
    "accounts.TrainedGrant": "people of the office",
    "accounts.Alert": "people of the office",
    "accounts.PlantedRecord": "invented records",
    "notifications.StaffAddress": "people of the office",
    "notifications.StaffMail": "people of the office",
    "evidence.WorkingCopy": "made from her file, which she has",
    "registry.NameIndex": "numbers made from the names, which say nothing",
    "referrals.ErasedGiving": "stays when she has erased, until the recipient was told",
    "referrals.Extract": "what staff ask each other; what went to somebody outside stands among the givings",
    "referrals.ExtractRow": "in which table of our own work it stood; what went outside stands among the givings",
    "support.OfficialChannel": "public",
    "registry.CaseAssignment": "which colleague has a file, and what colleagues tell each other",
    "registry.CaseTask": "what colleagues have to do",
    "registry.CaseLink": "says that another family registered: nobody is told of another without their consent",
    "registry.CaseRisk": "what colleagues see of danger, perhaps from whoever holds the file",
    "registry.FileOpening": "what colleagues said they open a file for",
    "registry.TeamMembership": "people of the office",
    "registry.Erasure": "stays when she is gone, and names nobody",
}
# Fields that protect her and are not read back to whoever holds the file: said to be there, not shown.
_PUBLIC = (Place, Recipient)
SHIELDED = {
    ("accounts.ReturnCode", "digest"),
    ("accounts.SignInName", "digest"),
    ("accounts.SignInName", "app_secret"),
    ("accounts.AccessHolder", "safe_word"),
    ("accounts.AccessHolder", "pin_digest"),
    ("registry.LegalHold", "reason"),
    # Sealed to trained people: that there is a note from her own talk, and not what it says.
    ("registry.SealedNote", "envelope"),
    # Whoever said it may need protection from whoever holds the file.
    ("registry.Finding", "source"),
}
# Not even said to be there: somebody who forces her to download would learn that a second PIN protects her.
# Nor whether people look at it first because much came at once: it says nothing of her, and would help who floods us.
UNTOLD = {
    ("accounts.AccessHolder", "duress_digest"),
    ("accounts.AccessHolder", "frozen_at"),
    ("registry.Registration", "trust"),
    ("registry.Registration", "trust_reason"),
    ("registry.Registration", "trust_at"),
    # What colleagues tell each other of a closing; what was written for her is told.
    ("registry.CaseClosure", "basis"),
}


def everything_json(registration: Registration, holder: AccessHolder) -> bytes:
    """Return all of it as JSON, with keys in English and values as they are kept."""
    content: dict[str, Any] = {"made_at": timezone.now().isoformat(), "reference": registration.reference}
    for model, rows in EXPORTED.items():
        content[model._meta.label_lower] = [row_of(row) for row in rows(registration, holder)]
    content["read_by_staff"] = [
        {"month": one.month.isoformat(), "times": one.count} for one in readings_by_month(registration)
    ]
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def row_of(row: models.Model) -> dict[str, Any]:
    """Return the personal fields of one row, and the public names that its links stand for."""
    declared: PersonalData = type(row).personal_data  # type: ignore[attr-defined]
    label = row._meta.label
    values = {
        name: bool(getattr(row, name)) if (label, name) in SHIELDED else _plain(getattr(row, name))
        for name in declared.fields
        if (label, name) not in UNTOLD
    }
    return {**values, **_links(row)}


def everything_pdf(registration: Registration, holder: AccessHolder, *, language: Language) -> bytes:
    """Return all of it as a paper in her language."""
    with override(language.code):
        context = {
            "registration": registration,
            "is_sheet": True,
            "made_on": timezone.now().date(),
            "told": [
                {"at": row.created_at, "sections": sections_of(registration, row.answers), "is_first": row.number == 1}
                for row in registration.snapshots.order_by("-number")
            ],
            "consents": list(registration.consents.order_by("given_at")),
            "notes": list(EXPORTED[CaseNote](registration, holder)),
            "letters": letters(registration, reader=Author.FAMILY),
            "sealed": list(EXPORTED[SealedNote](registration, holder)),
            "findings": list(EXPORTED[Finding](registration, holder)),
            "channels": list(holder.channels.order_by("created_at")),
            "follows": list(Follow.objects.filter(holder=holder).select_related("proceeding")),
            "papers": list(registration.papers.order_by("issued_at")),
            "readings": readings_by_month(registration),
        }
        html = paper_html("pdf/everything.html", context, language=language)
    return paper_pdf(html)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value


def _links(row: models.Model) -> dict[str, str]:
    """A link to something public is told by its name; links to people and to rows of ours are not told."""
    if isinstance(row, Follow):
        return {"proceeding": row.proceeding.title}
    public = [field for field in row._meta.concrete_fields if field.related_model in _PUBLIC]
    return {field.name: str(getattr(row, field.name) or "") for field in public}
