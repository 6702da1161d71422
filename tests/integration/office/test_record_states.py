"""R-12, R-13, R-15: every address that leads to a file, times who asks, times where the file stands.

Derived from the URLconf: an address of the office with a key that is neither of a file nor named as something else
fails. `test_role_matrix` says who may open a file at all; here stands which of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.recovery import request_by_facts
from portal.accounts.services.training import grant_trained
from portal.audit.actors import SYSTEM, Actor
from portal.audit.models import Event
from portal.notifications.models import Delivery, SafeChannel
from portal.notifications.services.inbox import add_entry
from portal.office import urls
from portal.registry import events
from portal.registry.models import Registration
from portal.registry.services.erasure import erase
from portal.registry.services.holds import place_hold
from portal.registry.services.openings import state_purpose
from tests.factories.casework import make_case_link, make_note, make_task
from tests.factories.evidence import make_checked
from tests.factories.findings import make_finding
from tests.factories.recipients import make_recipient, make_transmission
from tests.factories.staff import StaffFactory, sign_in
from tests.factories.teams import HASAKAH, NINAWA, QAMISHLI, make_last_known, make_team_of
from tests.factories.trained import make_sealed, make_trained
from tests.integration.office.matrix import is_refusal
from tests.integration.office.test_role_matrix import ROWS, ask, is_allowed

_CASE = {Role.CASEWORKER, Role.SUPERVISOR}
# Open to nobody by a role alone; here both are trained.
_FOR_TRAINED = {"office:files-sealed", "office:files-sealed-new", "office:sealed-open", "office:sealed-wish-done"}
# Addresses with a key of something that is no file and no part of one, or that is told by another rule.
_OF_SOMETHING_ELSE = {
    "alerts": "an account",
    "corrections": "who reads pairs",
    "correction": "who reads pairs",
    "duplicate": "who reads pairs",
    "emergencies": "who opened a file of another team",
    "exports": "a request of staff",
    "extracts": "a request of staff; which files it holds is asked in portal.referrals.selecting",
    "figures": "counts that name nobody",
    "lists": "a list",
    "official": "a channel of ours",
    "organizations": "an organization",
    "pair": "who reads pairs; see portal.matching.access",
    "people": "an account",
    "planted": "an invented record",
    "record": "a detainee record",
    "recipients": "a recipient",
    "recordings": "a recording",
    "reports": "what somebody told us; see test_need_to_know for the file that it names",
    "talk": "who holds it, or reads pairs",
    "team": "a team",
    "trained": "an account",
    "transfer": "a transfer",
    "given-erased": "what is left of an erased file names nobody",
}


def _of_a_file(file: Registration) -> dict[str, dict]:
    """For each address that leads to a file: what stands on this one, made by the real services."""
    task, note, link = make_task(file), make_note(file), make_case_link(file)
    finding = make_finding(file, "remains_located")
    transmission = make_transmission(file)
    sealed = make_sealed(file, "words", by=make_trained())
    caseworker = Actor.staff(StaffFactory(caseworker=True).pk)
    evidence = make_checked(file)
    recovery, _number = request_by_facts(holder=file.holder, facts=["a", "b", "c"], actor=caseworker)
    add_entry(holder=file.holder, kind="proceeding.update", subject="a key", actor=SYSTEM)
    delivery = Delivery.objects.filter(channel__holder=file.holder).first()
    here = {"key": file.pk}
    return {
        **{f"office:files-{name}": here for name in _PAGES_OF_A_FILE},
        "office:files-heard-place": {**here, "heard": file.heard_places.get().pk},
        "office:files-contact": {**here, "channel": SafeChannel.objects.filter(holder=file.holder).first().pk},
        "office:files-note-correct": {**here, "note": note.pk},
        "office:files-link-end": {**here, "link": link.pk},
        "office:findings-new": here,
        "office:findings-answer": {"key": finding.pk},
        "office:findings-told": {"key": finding.pk},
        "office:task-done": {"key": task.pk},
        "office:evidence-ask": {"key": evidence.pk},
        "office:evidence-readers": {"key": evidence.pk},
        "office:sealed-open": {"key": sealed.pk},
        "office:sealed-wish-done": {"key": file.trained_wishes.get().pk},
        "office:giving": here,
        "office:giving-send": {**here, "recipient": make_recipient().pk},
        "office:given-hand-out": {"key": transmission.pk},
        "office:given-refuse": {"key": transmission.pk},
        "office:given-recalled": {"key": transmission.pk},
        "office:undelivered-done": {"key": delivery.pk},
        "office:recovery-approve": {"key": recovery.pk},
        "office:recovery-refuse": {"key": recovery.pk},
    }


_PAGES_OF_A_FILE = (
    "detail", "state", "word", "call", "messages", "trust", "erase-spam", "hold", "review", "owner", "take", "task",
    "why", "evidence", "note", "link", "risk", "close", "reopen", "sealed", "sealed-new",
)  # fmt: skip


def _with_a_key(patterns) -> Iterator[str]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from _with_a_key(entry.url_patterns)
        elif isinstance(entry, URLPattern) and "uuid" in str(entry.pattern):
            yield entry.name


@pytest.fixture
def colleagues(db) -> dict[str, User]:
    """One of each role, both of the team of Hasakah and trained; another team has Nineveh."""
    users = {role: StaffFactory(role=role) for role in _CASE}
    for user in users.values():
        grant_trained(user=user, months=6, by=StaffFactory(supervisor=True))
    make_team_of(*users.values(), regions=(HASAKAH,))
    make_team_of(StaffFactory(caseworker=True), StaffFactory(supervisor=True), regions=(NINAWA,))
    return users


def _file(place: str) -> Registration:
    return make_last_known(place, by_mail=True, trained={"answer": "yes"})


def _answers(client: Client, keys: dict[str, dict]) -> dict[str, object]:
    return {name: ask(client, name, {**ROWS[name], "kwargs": kwargs}) for name, kwargs in keys.items()}


def _may(name: str, role: str) -> bool:
    return name in _FOR_TRAINED or is_allowed(ROWS[name], role)


@pytest.mark.django_db
def test_every_address_with_a_key_says_whether_it_leads_to_a_file() -> None:
    known = {name.removeprefix("office:") for name in _of_a_file(_file(QAMISHLI))}
    unknown = [
        name
        for name in _with_a_key(urls.urlpatterns)
        if name not in known and name not in _OF_SOMETHING_ELSE and name.partition("-")[0] not in _OF_SOMETHING_ELSE
    ]
    assert unknown == []


@pytest.mark.pages
@pytest.mark.parametrize("state", ["own", "kept still"])
def test_a_file_of_the_own_team_is_open_to_whom_the_role_lets_in(colleagues, state: str) -> None:
    file = _file(QAMISHLI)
    keys = _of_a_file(file)
    if state == "kept still":
        place_hold(registration=file, reason="an order", actor=Actor.staff(StaffFactory(supervisor=True).pk))
        Registration.objects.filter(pk=file.pk).update(held_at=timezone.now())
    wrong = {}
    for role, user in colleagues.items():
        state_purpose(registration=file, purpose="working", words="", user=user)
        for name, response in _answers(sign_in(Client(), user), keys).items():
            assert response.status_code < 500, name
            if is_refusal(response) == _may(name, role):
                wrong[role, name] = response.status_code
    assert wrong == {}


@pytest.mark.pages
@pytest.mark.parametrize("state", ["other team", "erased"])
def test_any_other_file_is_not_found_by_any_address(colleagues, state: str) -> None:
    file = _file(NINAWA if state == "other team" else QAMISHLI)
    keys = _of_a_file(file)
    if state == "erased":
        erase(registration=file, actor=SYSTEM)
    wrong = {}
    for role, user in colleagues.items():
        for name, response in _answers(sign_in(Client(), user), keys).items():
            if response.status_code != 404 and (_may(name, role) or response.status_code != 403):
                wrong[role, name] = response.status_code
    assert wrong == {}


def test_whoever_asks_for_a_file_of_another_team_stands_in_the_log(client, colleagues) -> None:
    file = _file(NINAWA)
    sign_in(client, colleagues[Role.CASEWORKER])
    assert client.get(f"/office/files/{file.pk}/").status_code == 404
    refused = Event.objects.get(code=events.FILE_REFUSED)
    assert refused.subject_id == file.pk
    assert not Event.objects.filter(code=events.VIEWED, subject_id=file.pk).exists()
