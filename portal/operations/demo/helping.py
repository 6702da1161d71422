"""What the demonstration's helper filled in: one draft, and one that was sent and waits for a supervisor (floor 8)."""

import uuid

from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.core.dates import today
from portal.organizations.models import Organization
from portal.registry.enums import Authority, CanRead, TestimonyWay
from portal.registry.models import Registration, Testimony
from portal.registry.services.drafts import save_answers
from portal.registry.services.helping import Heard, begin_helping
from portal.registry.services.submission import submit_draft

HELPER = "demo-helper"
_ORGANIZATION = "families-of-the-two-rivers"
# Fixed, so that loading again changes nothing.
_SENT = uuid.uuid5(uuid.NAMESPACE_URL, "demonstration: a mother agreed for her son")
_DRAFT = uuid.uuid5(uuid.NAMESPACE_URL, "demonstration: a sister is asked")
_CHILD = 15


def load_helped() -> int:
    """Let the helper have begun with two people and sent what one of them told; return how many were sent."""
    helper = User.objects.get(username=HELPER)
    sent = _begin(helper, _SENT, _heard_of_a_mother())
    _begin(helper, _DRAFT, _heard_of_a_sister())
    if sent.draft.submitted_at is None:
        actor = Actor.staff(helper.pk)
        submit_draft(draft=save_answers(draft=sent.draft, answers=_ANSWERS, language="ku", actor=actor), actor=actor)
    return Registration.objects.filter(draft__testimony__recorded_by=helper).count()


def _begin(helper: User, token: uuid.UUID, heard: Heard) -> Testimony:
    organization = Organization.objects.get(slug=_ORGANIZATION)
    return begin_helping(token=token, user=helper, organization=organization, heard=heard, language=heard.language)


def _heard_of_a_mother() -> Heard:
    return Heard(
        person_name="Rêzan",
        way=TestimonyWay.IN_PERSON,
        language="ku",
        can_read=CanRead.PARTLY,
        read_aloud_by="Evîn Sileman",
        authority=Authority.PARENT,
        speaker="Diya wî, Gulê Xelîl",
        birth_year=str(today().year - _CHILD),
    )


def _heard_of_a_sister() -> Heard:
    return Heard(
        person_name="سميرة",
        way=TestimonyWay.TELEPHONE,
        language="ar",
        can_read=CanRead.YES,
        authority=Authority.OWN,
    )


_ANSWERS: dict[str, dict] = {
    "kind": {"kind": "missing"},
    "applicant": {"kind": "relative", "name": "Rêzan"},
    "reach": {"wish": "code"},
    "relationship": {"relationship": "son"},
    "name": {"full": "Ferhad Xelîl Osman"},
    "parts": {"given": "Ferhad", "father": "Xelîl", "grandfather": "Osman", "birth_date": "1981", "sex": "male"},
    "when": {"knowledge": "known", "date": "2019-10"},
    "where": {"knowledge": "known", "words": "Serê Kaniyê, li ser rêya Hesekê"},
    "consent": {"contact": "yes", "compare": "yes", "trials": "ask"},
}
