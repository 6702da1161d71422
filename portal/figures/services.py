"""How figures become public: one person asks, another answers, anyone of them withdraws (floor 3; R-11)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.audit.actors import Actor
from portal.audit.services import record
from portal.core.refusing import Refused

from . import events
from .enums import PublishingState
from .models import PublicFigures
from .permissions import check_publish

PURPOSE = "figures"


@transaction.atomic
def ask_to_publish(*, figures: PublicFigures, user, actor: Actor) -> None:
    """Ask that the newest figures become public. Raises PermissionDenied or Refused."""
    current = _locked(figures, user)
    if current.state != PublishingState.COUNTED:
        raise Refused(_("Somebody has already asked for this."))
    if PublicFigures.objects.filter(month__gt=current.month).exists():
        raise Refused(_("There are newer figures. Only the newest become public."))
    current.asked_by, current.asked_at = user, timezone.now()
    _save(current, events.ASKED, actor)


@transaction.atomic
def approve(*, figures: PublicFigures, user, actor: Actor) -> None:
    """Let figures become public, as another person than the one who asked. Raises PermissionDenied or Refused."""
    current = _locked(figures, user)
    _check_can_answer(current, user)
    if PublicFigures.objects.filter(month__gt=current.month).exists():
        raise Refused(_("There are newer figures. Only the newest become public."))
    current.approved_by, current.approved_at = user, timezone.now()
    _save(current, events.APPROVED, actor)


@transaction.atomic
def refuse(*, figures: PublicFigures, user, actor: Actor) -> None:
    """Keep figures from becoming public, as another person than the one who asked."""
    current = _locked(figures, user)
    _check_can_answer(current, user)
    current.refused_by, current.refused_at = user, timezone.now()
    _save(current, events.REFUSED, actor)


@transaction.atomic
def withdraw(*, figures: PublicFigures, user, actor: Actor) -> None:
    """Take public figures from the public site at once. One person is enough: they can only be too many out there."""
    current = _locked(figures, user)
    if current.state != PublishingState.PUBLISHED:
        raise Refused(_("These figures are not public."))
    current.withdrawn_by, current.withdrawn_at = user, timezone.now()
    _save(current, events.WITHDRAWN, actor)


def note_refused(*, figures: PublicFigures, act: str, actor: Actor) -> None:
    """Log that somebody tried what is not allowed, such as answering the own request. Nothing else has changed."""
    record(events.ACT_REFUSED, actor=actor, subject=figures, purpose=PURPOSE, data={"act": act})


def _locked(figures: PublicFigures, user) -> PublicFigures:
    check_publish(user)
    return PublicFigures.objects.select_for_update().get(pk=figures.pk)


def _check_can_answer(figures: PublicFigures, user) -> None:
    if figures.state != PublishingState.WAITING:
        raise Refused(_("This request has already been answered, or nobody has asked."))
    if figures.asked_by_id == user.pk:
        raise Refused(_("You asked for this yourself. Another person must answer it."))


def _save(figures: PublicFigures, code: str, actor: Actor) -> None:
    figures.save()
    record(code, actor=actor, subject=figures, purpose=PURPOSE, data={"month": figures.month.isoformat()})
