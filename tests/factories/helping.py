"""An organization's caseworker, and what she records before the first question."""

from __future__ import annotations

from uuid import uuid4

from django.test import Client

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import SYSTEM, Actor
from portal.organizations.models import MembershipRole, Organization
from portal.organizations.services import add_member
from portal.registry.models import Registration, Testimony
from portal.registry.services.drafts import save_answers
from portal.registry.services.helping import Heard, begin_helping
from portal.registry.services.submission import submit_draft

from .organizations import make_organization
from .registry import AnswersFactory
from .staff import StaffFactory, sign_in

HEARD = {
    "person_name": "خزال",
    "authority": "own",
    "way": "in_person",
    "language": "ku",
    "can_read": "no",
    "read_aloud_by": "Berîvan Elî",
    "agrees": "on",
}


def make_helper(organization: Organization | None = None) -> User:
    """A caseworker of a verified organization, with a second factor."""
    user = StaffFactory(role=Role.ORGANIZATION_CASEWORKER)
    where = organization or make_organization()
    add_member(organization=where, user=user, role=MembershipRole.CASEWORKER, actor=SYSTEM)
    return user


def helper_client(user: User) -> Client:
    """Her browser, signed in with both factors."""
    return sign_in(Client(), user)


def posted_testimony(**changes: str) -> dict[str, str]:
    """What the testimony's form sends; every call is a new one."""
    return {"token": str(uuid4()), **HEARD, **changes}


def make_testimony(user: User | None = None, **changes: str) -> Testimony:
    """A testimony with an empty draft, in Kurmanji."""
    user = user or make_helper()
    fields = {key: value for key, value in {**HEARD, **changes}.items() if key != "agrees"}
    organization = user.memberships.get().organization
    return begin_helping(token=uuid4(), user=user, organization=organization, heard=Heard(**fields), language="ku")


def make_helped(testimony: Testimony | None = None, answers: dict | None = None, **changes: str) -> Registration:
    """A registration that a helper sent; `answers` are those of AnswersFactory, `changes` those of the testimony."""
    testimony = testimony or make_testimony(**changes)
    actor = Actor.staff(testimony.recorded_by_id)
    draft = save_answers(draft=testimony.draft, answers=AnswersFactory(**answers or {}), language="ku", actor=actor)
    return submit_draft(draft=draft, actor=actor)
