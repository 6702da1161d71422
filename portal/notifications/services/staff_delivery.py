"""One attempt to send a mail to somebody of the office: one sentence, and where to sign in (floor 3; ADR 0031)."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from portal.audit.actors import SYSTEM
from portal.audit.services import record
from portal.confidential.cipher import CannotOpen
from portal.core.languages import language as language_of
from portal.notifications import events
from portal.notifications.enums import ENDED, ChannelKind, DeliveryState, StaffNotice
from portal.notifications.models import StaffAddress, StaffMail
from portal.notifications.senders import DeliveryProblem, current_sender

from .delivery import MAX_ATTEMPTS, WAITS


def attempt_staff_mail(*, mail_id: UUID, attempts: int) -> timedelta | None:
    """Try once to send a mail that was tried `attempts` times before; return how long to wait, None where it is over.

    Claimed by its number in one update, as every message is: two workers never send the same one.
    """
    waiting = StaffMail.objects.filter(pk=mail_id, state=DeliveryState.WAITING, attempts=attempts)
    if not waiting.update(attempts=attempts + 1):
        return None
    mail = StaffMail.objects.select_related("user").get(pk=mail_id)
    try:
        _send(mail)
    except DeliveryProblem as problem:
        return _note_problem(mail, problem)
    mail.state, mail.sent_at, mail.problem = DeliveryState.SENT, timezone.now(), ""
    _finish(mail, events.STAFF_MAIL_SENT)
    return None


def _send(mail: StaffMail) -> None:
    address = StaffAddress.objects.filter(user=mail.user_id).first()
    if address is None or not mail.user.is_active:
        raise DeliveryProblem(ENDED, is_final=True)
    is_proof = mail.kind == StaffNotice.PROOF
    try:
        value = address.value if is_proof else address.reached_at()
    except CannotOpen as error:
        raise DeliveryProblem("unreadable", is_final=True) from error
    if not value or (is_proof and address.proven_at):
        raise DeliveryProblem(ENDED, is_final=True)
    language = language_of(mail.user.language)
    with translation.override(language.code):
        words = str(StaffNotice(mail.kind).label)
    text = f"{words} {address.code()}" if is_proof else words
    sender = current_sender(ChannelKind.EMAIL)
    sender.send(address=value, text=text, language=language.code, key=str(mail.pk), link=_office())


def _office() -> str:
    """Where to sign in; empty on a machine that does not know its own address."""
    return f"{settings.PUBLIC_URL}/office/" if settings.PUBLIC_URL else ""


def _note_problem(mail: StaffMail, problem: DeliveryProblem) -> timedelta | None:
    mail.problem = problem.code
    if problem.is_final or mail.attempts >= MAX_ATTEMPTS:
        mail.state = DeliveryState.GIVEN_UP
        _finish(mail, events.STAFF_MAIL_GIVEN_UP)
        return None
    wait = WAITS[mail.attempts - 1]
    mail.next_at = timezone.now() + wait
    mail.save(update_fields=["problem", "next_at"])
    return wait


@transaction.atomic
def _finish(mail: StaffMail, event: str) -> None:
    mail.save(update_fields=["state", "sent_at", "problem"])
    record(event, actor=SYSTEM, subject=mail, data={"attempts": mail.attempts, "problem": mail.problem})
