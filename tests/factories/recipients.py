"""Invented recipients, and families who were asked about one."""

from portal.accounts.enums import Role
from portal.audit.actors import SYSTEM, Actor
from portal.organizations.models import Recipient
from portal.organizations.services import add_recipient
from portal.referrals.models import Transmission
from portal.referrals.services import ask_to_send, hand_out
from portal.registry.enums import DataClass
from portal.registry.models import ConsentQuestion, Registration
from portal.registry.services.consents import answer_about
from portal.registry.services.giving import ask_to_give

from .registry import make_registration
from .staff import StaffFactory
from .unique import letters

_USUAL = ("person", "last_news")


def make_recipient(kind: str = "court", *, has_risk: bool = False, **fields) -> Recipient:
    """A recipient with a name in each language, and where asked for what giving may lead to."""
    # Names differ by letters: a digit would have to be written in the reader's own kind.
    mark = letters()
    names = {"en": "Court of Two Rivers", "ar": "محكمة النهرين", "ckb": "دادگای دوو ڕووبار", "ku": "Dadgeha Du Çeman"}
    risks = {
        "en": "It may call you.",
        "ar": "قد تستدعيكم.",
        "ckb": "لەوانەیە بانگتان بکات.",
        "ku": "Dibe ku gazî we bike.",
    }
    words = {f"name_{code}": f"{name} {mark}" for code, name in names.items()}
    words |= {f"risk_{code}": risk for code, risk in risks.items()} if has_risk else {}
    return add_recipient(actor=SYSTEM, kind=kind, is_confirmed=True, **words, **fields)


def asked_about(
    registration: Registration, recipient: Recipient, classes: tuple[str, ...] = tuple(DataClass.values)
) -> ConsentQuestion:
    """A question of a caseworker that waits for the family."""
    user = StaffFactory(role=Role.CASEWORKER)
    return ask_to_give(
        registration=registration, recipient=recipient, data_classes=classes, user=user, actor=Actor.staff(user.pk)
    )


def agreed_about(registration: Registration, recipient: Recipient, *classes: str) -> None:
    """The family was asked about everything, and says yes to these classes."""
    asked_about(registration, recipient)
    actor = Actor.holder(registration.holder_id)
    everything = tuple(DataClass.values)
    answer_about(
        registration=registration, recipient=recipient, asked=everything, agreed=classes, language="ar", actor=actor
    )


def make_transmission(
    registration: Registration | None = None, recipient: Recipient | None = None, *, classes: tuple[str, ...] = _USUAL
) -> Transmission:
    """What a caseworker asks a second person to give: the name of the person and the last news."""
    registration, recipient = registration or make_registration(), recipient or make_recipient()
    agreed_about(registration, recipient, *classes)
    user = StaffFactory(role=Role.CASEWORKER)
    actor = Actor.staff(user.pk)
    return ask_to_send(registration=registration, recipient=recipient, data_classes=classes, user=user, actor=actor)


def make_given(
    registration: Registration | None = None, recipient: Recipient | None = None, *, classes: tuple[str, ...] = _USUAL
) -> Transmission:
    """What another person has handed out."""
    user = StaffFactory(role=Role.SUPERVISOR)
    waiting = make_transmission(registration, recipient, classes=classes)
    return hand_out(transmission=waiting, user=user, actor=Actor.staff(user.pk))[0]
