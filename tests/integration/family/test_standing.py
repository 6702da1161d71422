"""However it comes it is taken; what a person would not do is looked at first, and her page says nothing of it."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.http import urlencode

from portal.core.proof import solve
from portal.family.standing import standing_of, task_for
from portal.registry.enums import Trust, TrustReason
from portal.registry.models import Draft, Registration
from portal.registry.services.trust import PROVEN, Standing
from tests.factories.registry import make_draft

from .conftest import walk

pytestmark = pytest.mark.django_db


def _judged(draft: Draft, **posted: str) -> Standing:
    return standing_of(QueryDict(urlencode(posted)), draft)


def test_with_the_sum_it_is_proven_and_without_script_the_time_speaks(clock):
    """R-50: both ways; after an hour the sum no longer counts, and the time still does."""
    draft = make_draft()
    task = task_for(draft)
    solved = {"sum_task": task, "sum_answer": solve(task)}
    assert _judged(draft, **solved) == PROVEN
    assert _judged(draft, sum_task=task) == Standing.doubtful(TrustReason.HURRY)
    clock.tick(timedelta(minutes=5))
    assert _judged(draft, sum_task=task) == Standing(Trust.UNPROVEN)
    clock.tick(timedelta(hours=2))
    assert _judged(draft, **solved) == Standing(Trust.UNPROVEN)


def test_a_clock_that_was_put_back_makes_nobody_suspect(clock):
    draft = make_draft()
    clock.tick(timedelta(minutes=-5))
    assert _judged(draft, sum_task=task_for(draft)) == Standing(Trust.UNPROVEN)


def test_what_a_person_would_not_do_is_checked_first(clock):
    """R-50: the field that nobody sees, no task, and a task of another draft, also where it is solved."""
    draft, other = make_draft(), make_draft()
    clock.tick(timedelta(minutes=5))
    task = task_for(draft)
    solved = {"sum_task": task, "sum_answer": solve(task)}
    assert _judged(draft, **solved, more_below="http://example.org") == Standing.doubtful(TrustReason.TRAP)
    assert _judged(draft) == Standing.doubtful(TrustReason.BARE)
    assert _judged(other, **solved) == Standing.doubtful(TrustReason.BARE)


def _sent(client: Client, **fields: str) -> Registration:
    answer = client.post("/en/register/9/", fields)
    assert answer.url == "/en/register/done/"
    return client.get(answer.url).context["registration"]


def test_her_page_is_the_same_and_a_second_sending_changes_nothing(clock):
    """R-50, R-95: the first one decides how it stands; no page and no download of hers says so."""
    pages = []
    for trap, expected in (("", Trust.UNPROVEN), ("x", Trust.CHECK_FIRST)):
        client = Client()
        walk(client, "en")
        task = client.get("/en/register/9/").context["task"]
        clock.tick(timedelta(minutes=1))
        made = _sent(client, sum_task=task, more_below=trap)
        again = _sent(client, sum_task=task, sum_answer=solve(task), more_below="" if trap else "x")
        assert (again.pk, again.trust) == (made.pk, expected)
        paths = ("/en/register/done/", "/en/me/", f"/en/me/{made.reference}/files/", f"/en/me/{made.reference}/told/")
        pages.append([_without_tokens(client.get(path).text.replace(made.reference, "")) for path in paths])
        assert '"trust' not in client.post(f"/en/me/{made.reference}/download/", {"form": "json"}).text
    assert pages[0] == pages[1]


def _without_tokens(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)
