"""What happens when somebody signs in or proves again who they are (floor 2)."""

from allauth.account.signals import authentication_step_completed, password_changed
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from django.dispatch import receiver

from portal.audit.actors import Actor
from portal.audit.services import record

from . import events, sessions
from .services.people import note_password_chosen


@receiver(user_logged_in)
def note_sign_in(sender, request, user, **kwargs) -> None:
    """Start the clock of the session and write the audit row."""
    if request is not None:
        sessions.start(request)
    record(events.STAFF_SIGNED_IN, actor=Actor.staff(user.pk), subject=user)


@receiver(authentication_step_completed)
def rotate_after_step_up(sender, request, user, **kwargs) -> None:
    """A session that has just proved more gets a new key (R-05)."""
    if kwargs.get("reauthenticated") and request.user.is_authenticated:
        sessions.rotate(request)


@receiver(password_changed)
def note_new_password(sender, request, user, **kwargs) -> None:
    """The first password is no longer in use."""
    note_password_chosen(user=user, actor=Actor.staff(user.pk))


@receiver(pre_save, sender=UserSession)
def keep_no_address(sender, instance: UserSession, **kwargs) -> None:
    """Network addresses of people are not kept (R-37); the browser's name is enough to tell sessions apart."""
    instance.ip = "0.0.0.0"  # noqa: S104
