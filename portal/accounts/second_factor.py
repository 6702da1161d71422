"""What a session proves: the second factor used in it, and how long ago (floor 2; R-02, R-06).

allauth notes in the session each step of signing in: `{"method": "password" | "mfa", "at": seconds, ...}`.
"""

import time

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

_PROOF = "_proof_of_this_request"


def has_second_factor(user) -> bool:
    """Say whether the user has set up an authenticator app (recovery codes alone do not count)."""
    return is_mfa_enabled(user, types=[Authenticator.Type.TOTP])


def was_second_factor_used(request: HttpRequest) -> bool:
    """Say whether this session was opened with the second factor."""
    return any(entry.get("method") == "mfa" for entry in get_authentication_records(request, request.user))


def proved_at(request: HttpRequest) -> float | None:
    """Return when the person last proved who she or he is in this session, in seconds of the epoch."""
    moments = [
        entry["at"]
        for entry in get_authentication_records(request, request.user)
        if entry.get("method") == "mfa" or entry.get("reauthenticated")
    ]
    return max(moments, default=None)


def hold_proof(request: HttpRequest) -> None:
    """Note on the user of this request when the last proof was given, for what asks without a request."""
    setattr(request.user, _PROOF, proved_at(request))


def held_proof(user) -> float | None:
    """Return what `hold_proof` noted, or None."""
    return getattr(user, _PROOF, None)


def is_fresh_proof(moment: float | None) -> bool:
    """Say whether a proof is not older than five minutes."""
    return moment is not None and time.time() - moment < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def is_fresh(request: HttpRequest) -> bool:
    """Say whether the person proved who she or he is within the last five minutes."""
    return is_fresh_proof(proved_at(request))


def is_first_set_up(request: HttpRequest) -> bool:
    """Say whether somebody without a second factor typed the password within the last five minutes."""
    if not request.user.is_authenticated or is_mfa_enabled(request.user):
        return False
    moments = [entry["at"] for entry in get_authentication_records(request, request.user)]
    return bool(moments) and time.time() - max(moments) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def note_set_up(request: HttpRequest) -> None:
    """Let the session in which the authenticator app was set up count as opened with it."""
    record_authentication(request, request.user, method="mfa", type=Authenticator.Type.TOTP, reauthenticated=True)
