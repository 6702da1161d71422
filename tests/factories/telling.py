"""Steps of telling a family, made by the services."""

from __future__ import annotations

from datetime import date

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.matching.enums import Asked, AskedWay, Decision, PairState, Received, Share, TalkWay
from portal.matching.models import CandidatePair, Disclosure, SafetyCheck, Talk
from portal.matching.services.disclosure import approve_disclosure, note_asked, request_disclosure
from portal.matching.services.talks import note_told, plan_talk
from tests.factories import matching
from tests.factories.matching import make_pair

from .unique import number

DAY = date(2026, 3, 1)


def make_staff(role: str) -> User:
    """Somebody who is shown by a name."""
    user = matching.make_staff(role)
    user.first_name = f"Person {number()}"
    user.save(update_fields=["first_name"])
    return user


def asked(pair: CandidatePair, outcome: str = Asked.AGREES, user: User | None = None) -> SafetyCheck:
    """The person found was asked."""
    user = user or make_staff(Role.REVIEWER)
    said = {"way": AskedWay.IN_PERSON, "asked_by": "A delegate", "asked_on": DAY, "basis": "Spoke alone"}
    return note_asked(pair=pair, outcome=outcome, user=user, actor=Actor.staff(user.pk), **said)


def confirmed(outcome: str = Asked.AGREES, **fields) -> CandidatePair:
    """A pair that two people confirmed and whose person was asked."""
    pair = make_pair(**{"state": PairState.VERIFIED, **fields})
    asked(pair, outcome)
    return pair


def request(pair: CandidatePair, user: User, decision: str = Decision.TELL, **said) -> Disclosure:
    """A decision is asked for."""
    what = {"reason": "both agree", "shares": [Share.LISTED], **said}
    return request_disclosure(pair=pair, decision=decision, user=user, actor=Actor.staff(user.pk), **what)


def approve(disclosure: Disclosure, user: User, *, has_weighed: bool = True) -> None:
    """Somebody approves it."""
    approve_disclosure(disclosure=disclosure, user=user, actor=Actor.staff(user.pk), has_weighed=has_weighed)


def decided(pair: CandidatePair | None = None, **said) -> Disclosure:
    """A decision by which the family may be told, in force."""
    disclosure = request(pair or confirmed(), make_staff(Role.REVIEWER), **said)
    approve(disclosure, make_staff(Role.SUPERVISOR))
    disclosure.refresh_from_db()
    if disclosure.needs_two:
        approve(disclosure, make_staff(Role.SUPERVISOR))
        disclosure.refresh_from_db()
    return disclosure


def planned(disclosure: Disclosure | None = None, teller: User | None = None, **said) -> Talk:
    """A talk is planned."""
    by = make_staff(Role.REVIEWER)
    what = {"way": TalkWay.IN_PERSON, "language": "ku", "support": "Her aunt", "planned_on": DAY, **said}
    teller = teller or make_staff(Role.CASEWORKER)
    return plan_talk(disclosure=disclosure or decided(), teller=teller, user=by, actor=Actor.staff(by.pk), **what)


def tell(talk: Talk, user: User | None = None, **said) -> Talk:
    """The talk is held."""
    what = {"is_word_checked": True, "is_support_present": True, "received": Received.CALM, "notes": "", **said}
    user = user or talk.teller
    note_told(talk=talk, user=user, actor=Actor.staff(user.pk), **what)
    talk.refresh_from_db()
    return talk
