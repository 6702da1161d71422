"""Staff accounts: made, given a new password, stopped; sessions ended; second factor reset. All audited."""

import secrets

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.accounts import events, sessions
from portal.accounts.models import User
from portal.audit.actors import Actor
from portal.audit.services import record

# No letters that are mistaken for each other when read aloud or copied by hand.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 5, 4


def new_password() -> str:
    """Return a random password of five groups of four letters (24 signs, about 99 bits)."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


@transaction.atomic
def create_staff(*, username: str, display_name: str, language: str, actor: Actor) -> tuple[User, str]:
    """Make an account without any role; return it with its first password, which is shown once."""
    password = new_password()
    user = User(username=username, first_name=display_name, language=language, must_change_password=True)
    user.set_password(password)
    user.save()
    record(events.USER_CREATED, actor=actor, subject=user)
    return user, password


@transaction.atomic
def give_new_password(*, user: User, actor: Actor) -> str:
    """Replace a forgotten password and end all sessions; return the new one, which is shown once."""
    _not_oneself(user, actor)
    password = new_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    sessions.end_all(user)
    record(events.PASSWORD_REPLACED, actor=actor, subject=user)
    return password


@transaction.atomic
def note_password_chosen(*, user: User, actor: Actor) -> None:
    """Note that a person replaced the password; a first password has done its work then."""
    user.must_change_password = False
    user.save(update_fields=["must_change_password"])
    record(events.PASSWORD_CHOSEN, actor=actor, subject=user)


@transaction.atomic
def end_sessions(*, user: User, actor: Actor) -> int:
    """Sign a user out everywhere; return how many sessions ended."""
    ended = sessions.end_all(user)
    record(events.SESSIONS_ENDED, actor=actor, subject=user, data={"sessions": ended})
    return ended


@transaction.atomic
def reset_second_factor(*, user: User, actor: Actor) -> None:
    """Remove a lost second factor and sign the user out; at the next sign-in a new one is set up."""
    _not_oneself(user, actor)
    Authenticator.objects.filter(user=user).delete()
    sessions.end_all(user)
    record(events.SECOND_FACTOR_RESET, actor=actor, subject=user)


@transaction.atomic
def set_active(*, user: User, is_active: bool, actor: Actor) -> None:
    """Stop an account or open it again; a stopped account ends with the next request."""
    _not_oneself(user, actor)
    if user.is_active == is_active:
        return
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    if not is_active:
        sessions.end_all(user)
    record(events.USER_REOPENED if is_active else events.USER_STOPPED, actor=actor, subject=user)


def choose_language(*, user: User, language: str) -> None:
    """Keep the language a person chose for staff pages."""
    user.language = language
    user.save(update_fields=["language"])


def note_second_factor(*, user: User, actor: Actor) -> None:
    """Write into the log that an authenticator app was connected."""
    record(events.SECOND_FACTOR_SET_UP, actor=actor, subject=user)


def _not_oneself(user: User, actor: Actor) -> None:
    if actor.id == user.pk:
        raise PermissionDenied("somebody else has to do this")
