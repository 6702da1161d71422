"""Brings the demonstration world into the databases through the apps' own services; again changes nothing (floor 8)."""

import csv
import io
import uuid
from collections.abc import Callable
from typing import cast

from django.db import transaction
from django.utils import timezone

from cms.models import CaseUpdatePage, OrganizationPage
from cms.services.sections import ensure_section
from portal.accounts.models import AccessHolder, User
from portal.accounts.services.holders import create_holder, set_safe_word
from portal.audit.actors import SYSTEM, Actor
from portal.detainees.models import DetaineeRecord
from portal.detainees.services import (
    check_batch,
    choose_columns,
    get_or_create_source,
    import_batch,
    last_import_of,
    read_list,
)
from portal.following.services import follow
from portal.matching.enums import Decision, MatchRole
from portal.matching.models import CandidatePair
from portal.matching.services.disclosure import approve_disclosure, note_asked, request_disclosure
from portal.matching.services.judging import judge, reopen
from portal.matching.services.linking import link_changed
from portal.matching.services.talks import plan_talk
from portal.notifications.services.channels import set_channel
from portal.organizations.models import Organization
from portal.organizations.services import create_organization
from portal.places.models import Place
from portal.proceedings.models import Proceeding
from portal.proceedings.services import publish_proceeding, set_court
from portal.registry.models import Registration
from portal.registry.services.registrations import register
from portal.registry.services.trust import Standing, set_standing

from .answers import answers_of
from .casework import load_casework
from .detainees import COLUMNS, LISTS, DemoList
from .extracts import load_extracts
from .families import FAMILIES, Family
from .figures import load_figures
from .hardest import load_hardest
from .helping import load_helped
from .judgements import ASKED, CASEWORKER, PLAN, STORIES, TOLD, Step, Story
from .organizations import ORGANIZATIONS, UPDATES, CaseUpdate
from .planted import load_planted
from .proceedings import COURTS, PROCEEDINGS
from .put_aside import PUT_ASIDE
from .records import load_records
from .teams import load_teams

_COUNTRIES = {
    "paris-assize-court": "fr",
    "koblenz-higher-regional-court": "de",
    "first-karkh-investigative-court": "iq",
}


def load_organizations() -> int:
    """Make the organizations that are not there yet, each with its section of the site."""
    missing = [one for one in ORGANIZATIONS if not Organization.objects.filter(slug=one.slug).exists()]
    for one in missing:
        organization = create_organization(slug=one.slug, names=dict(one.name), actor=SYSTEM, is_verified=True)
        ensure_section(organization=organization)
    return len(missing)


def load_proceedings() -> int:
    """Write courts and proceedings that are not there yet; what somebody changed since stays as it is."""
    missing = [(c, one) for c, one in PROCEEDINGS if not Proceeding.objects.filter(slug=one.slug).exists()]
    for court_slug, content in missing:
        country = Place.objects.filter(code__iexact=_COUNTRIES.get(court_slug, "")).first()
        court = set_court(slug=court_slug, name=COURTS[court_slug], country=country, actor=SYSTEM)
        publish_proceeding(court=court, content=content, actor=SYSTEM)
    return len(missing)


def load_families() -> int:
    """Register the families that are not there yet, as if each had filled in the form."""
    return sum(_load_family(family) for family in FAMILIES)


def load_put_aside() -> int:
    """Register what people have to check first, where it is not there yet."""
    made = 0
    for family, reason in PUT_ASIDE:
        with transaction.atomic():
            if _load_family(family) and (registration := registration_of(family.key)) is not None:
                set_standing(registration, Standing.doubtful(reason), actor=SYSTEM)
                made += 1
    return made


def registration_of(key: str) -> Registration | None:
    """Return the registration of a demonstration family."""
    return Registration.objects.filter(external_id=key, organization__isnull=True).first()


def _load_family(family: Family) -> int:
    if registration_of(family.key) is not None:
        return 0
    holder, _code = create_holder(language=family.content.language, actor=SYSTEM)
    actor = Actor.holder(holder.pk)
    set_safe_word(holder=holder, safe_word=family.safe_word, actor=actor)
    _tell_how_to_reach(family, holder, actor)
    answers = answers_of(family.content, reached_at=family.channel[1] if family.channel else "")
    register(content=family.content, holder=holder, actor=actor, external_id=family.key, answers=answers)
    return 1


def _tell_how_to_reach(family: Family, holder: AccessHolder, actor: Actor) -> None:
    if family.channel is not None:
        kind, value = family.channel
        set_channel(holder=holder, kind=kind, value=value, note="", actor=actor)
    for slug in family.follows:
        follow(holder=holder, proceeding=Proceeding.objects.get(slug=slug), actor=actor)


def load_updates(writers: dict[str, User]) -> int:
    """Publish the reports that are not there yet; `writers` are the editors by the slug of their organization."""
    return sum(_load_update(update, writers.get(update.organization)) for update in UPDATES)


def _load_update(update: CaseUpdate, writer: User | None) -> int:
    sections = OrganizationPage.objects.filter(organization__slug=update.organization).select_related("locale")
    by_language = {section.locale.language_code: section for section in sections}
    made, shared = 0, cast(dict[str, uuid.UUID], {})
    for language, paragraphs in update.paragraphs.items():
        section = by_language[language]
        page = CaseUpdatePage.objects.child_of(section).filter(slug=update.slug).first()
        if page is None:
            page = CaseUpdatePage(
                title=update.title[language],
                slug=update.slug,
                locale=section.locale,
                proceeding=Proceeding.objects.get(slug=update.proceeding),
                reported_on=update.reported_on,
                body=[("paragraph", paragraph) for paragraph in paragraphs],
                live=False,
                owner=writer,
                **shared,
            )
            section.add_child(instance=page)
            page.save_revision(user=writer).publish()
            made += 1
        shared = {"translation_key": page.translation_key}
    return made


def load_lists() -> int:
    """Import the lists of the invented sources; a list that came in already is left alone. Returns how many records."""
    for one in LISTS:
        _load_list(one)
    listed = DetaineeRecord.objects.filter(source__name__in=[one.source for one in LISTS], rows__isnull=False)
    return listed.distinct().count()


def _load_list(one: DemoList) -> None:
    source = get_or_create_source(
        name=one.source, reliability=one.reliability, sharing_terms=one.sharing_terms, actor=SYSTEM
    )
    content = _as_csv(one)
    if last_import_of(source=source, content=content) is not None:
        return
    batch = read_list(content=content, source=source, label=one.label, received_on=one.received_on, actor=SYSTEM)
    batch = choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
    import_batch(batch=check_batch(batch=batch, actor=SYSTEM), actor=SYSTEM)


def _as_csv(one: DemoList) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([COLUMNS, *one.rows])
    return written.getvalue().encode()


def compare() -> int:
    """Let the machine propose pairs; return how many are live."""
    return link_changed(actor=SYSTEM).candidates


def load_judgements() -> dict[str, int]:
    """Let the demonstration's reviewers judge what nobody has judged yet; count the stories told and not told."""
    told = [_tell_story(story) for story in STORIES]
    return {"judged": told.count(True), "without_pair": told.count(None)}


def _tell_story(story: Story) -> bool | None:
    pair = CandidatePair.objects.filter(
        registration__external_id=story.family,
        detainee__external_id=story.record,
        detainee__source__name__in=[one.source for one in LISTS],
    ).first()
    if pair is None:
        return None
    if pair.judgements.exists():
        return False
    with transaction.atomic():
        for step in story.steps:
            _take(step, pair)
    return True


def _take(step: Step, pair: CandidatePair) -> None:
    user = User.objects.get(username=step.by)
    pair.refresh_from_db()
    if step.decision:
        _decide(step, pair, user)
        return
    act: Callable = judge if step.verdict else reopen
    what: dict = {"verdict": step.verdict, "role": MatchRole.SAME_PERSON} if step.verdict else {}
    act(pair=pair, reason=step.reason, user=user, actor=Actor.staff(user.pk), **what)


def _decide(step: Step, pair: CandidatePair, user: User) -> None:
    """Asked for by one, approved by others where they have; before telling, the person found was asked."""
    actor, tells = Actor.staff(user.pk), step.decision == Decision.TELL
    said: dict = {}
    if tells:
        note_asked(pair=pair, user=user, actor=actor, **ASKED)
        said = TOLD[pair.registration.external_id]
    disclosure = request_disclosure(
        pair=pair, decision=step.decision, reason=step.reason, user=user, actor=actor, **said
    )
    for name in step.approved_by:
        other = User.objects.get(username=name)
        approve_disclosure(disclosure=disclosure, user=other, actor=Actor.staff(other.pk), has_weighed=True)
    disclosure.refresh_from_db()
    if tells and disclosure.effective_at:
        teller = User.objects.get(username=CASEWORKER)
        plan_talk(disclosure=disclosure, teller=teller, user=user, actor=actor, **PLAN)


def load_world(writers: dict[str, User]) -> dict[str, int]:
    """Load everything but the staff; return counts."""
    started = timezone.now()
    counts = {
        "proceedings": load_proceedings(),
        "families": load_families(),
        "put_aside": load_put_aside(),
        "helped": load_helped(),
        "records": load_lists(),
        "updates": load_updates(writers),
        "candidates": compare(),
        **load_judgements(),
        **load_hardest(),
        **load_records(),
        "files_with_somebody": load_casework(),
        "exports_asked_for": load_extracts(),
        "teams": load_teams(),
        "planted": load_planted(),
        "figures": load_figures(),
    }
    return {**counts, "seconds": round((timezone.now() - started).total_seconds())}
