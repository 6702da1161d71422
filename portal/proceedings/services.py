"""Writing public facts: courts, proceedings with their facts, and what was published about them (floor 4)."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import models, transaction

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.dates import read_date
from portal.core.languages import LANGUAGES
from portal.organizations.models import Organization
from portal.places.models import Place

from . import events
from .enums import ProceedingKind, Stage
from .models import Court, Fact, Proceeding, PublishedUpdate

# A text in some of the four languages: {"en": "...", "ar": "..."}.
Texts = Mapping[str, str]


@dataclass(frozen=True)
class FactText:
    """One fact: `occurred` and `source_date` in EDTF (may be empty), the texts by language, the source's address."""

    occurred: str
    text: Texts
    source_name: Texts
    source_date: str = ""
    source_url: str = ""


@dataclass(frozen=True)
class ProceedingText:
    """What is known about a proceeding, for `publish_proceeding`."""

    slug: str
    kind: str
    stage: str
    title: Texts
    summary: Texts
    last_checked_on: date
    last_news_on: date | None = None
    finality_note: Texts = field(default_factory=dict)
    case_number: str = ""
    facts: Sequence[FactText] = ()


def _write(instance: models.Model, name: str, texts: Texts) -> None:
    """Set the column of each language; a language without a text is emptied."""
    unknown = set(texts) - set(LANGUAGES)
    if unknown:
        raise ValueError(f"unknown languages {sorted(unknown)}")
    for code in LANGUAGES:
        setattr(instance, f"{name}_{code}", texts.get(code, ""))


@transaction.atomic
def set_court(
    *, slug: str, name: Texts, actor: Actor, country: Place | None = None, can_impose_death_penalty: bool = False
) -> Court:
    """Make a court or bring it up to date by its slug."""
    court = Court.objects.filter(slug=slug).first() or Court(slug=slug)
    _write(court, "name", name)
    court.country, court.can_impose_death_penalty = country, can_impose_death_penalty
    court.save()
    return court


@transaction.atomic
def publish_proceeding(*, court: Court, content: ProceedingText, actor: Actor) -> Proceeding:
    """Make a public proceeding or bring it up to date by its slug; its facts become exactly those of `content`.

    Facts are kept in the order given. Raises ValueError on an unknown kind, stage or language or an unreadable date.
    """
    if content.kind not in ProceedingKind.values or content.stage not in Stage.values:
        raise ValueError(f"unknown kind or stage: {content.kind}, {content.stage}")
    proceeding = Proceeding.objects.filter(slug=content.slug).first() or Proceeding(slug=content.slug)
    for name in ("title", "summary", "finality_note"):
        _write(proceeding, name, getattr(content, name))
    for name in ("kind", "stage", "case_number", "last_checked_on", "last_news_on"):
        setattr(proceeding, name, getattr(content, name))
    proceeding.court, proceeding.is_public = court, True
    proceeding.save()
    _replace_facts(proceeding, content.facts)
    record(events.PROCEEDING_SAVED, actor=actor, subject=proceeding, data={"facts": len(content.facts)})
    return proceeding


def _replace_facts(proceeding: Proceeding, facts: Sequence[FactText]) -> None:
    kept = {fact.order: fact for fact in proceeding.facts.all()}
    for order, content in enumerate(facts, start=1):
        fact = kept.pop(order, None) or Fact(proceeding=proceeding, order=order)
        for value in (content.occurred, content.source_date):
            if value:
                read_date(value)
        fact.occurred, fact.source_date, fact.source_url = content.occurred, content.source_date, content.source_url
        _write(fact, "text", content.text)
        _write(fact, "source_name", content.source_name)
        fact.save()
    proceeding.facts.filter(order__in=kept).delete()


@transaction.atomic
def note_published_update(
    *,
    translation_key: uuid.UUID,
    language: str,
    proceeding: Proceeding,
    organization: Organization,
    title: str,
    url_path: str,
    published_at: datetime,
    actor: Actor,
) -> PublishedUpdate:
    """Say on this floor that an update can be read in one language; the same update again is brought up to date."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language}")
    update, _created = PublishedUpdate.objects.update_or_create(
        translation_key=translation_key,
        language=language,
        defaults={
            "proceeding": proceeding,
            "organization": organization,
            "title": title,
            "url_path": url_path,
            "published_at": published_at,
        },
    )
    record(
        events.UPDATE_PUBLISHED,
        actor=actor,
        subject=update,
        organization_id=organization.pk,
        data={"language": language},
    )
    return update


@transaction.atomic
def withdraw_published_update(*, translation_key: uuid.UUID, language: str, actor: Actor) -> None:
    """Forget that an update can be read in one language."""
    update = PublishedUpdate.objects.filter(translation_key=translation_key, language=language).first()
    if update is None:
        return
    record(
        events.UPDATE_WITHDRAWN,
        actor=actor,
        subject=update,
        organization_id=update.organization_id,
        data={"language": language},
    )
    update.delete()
