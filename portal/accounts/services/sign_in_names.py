"""A name and a phrase beside the return code, with an authenticator app where she wants one (floor 2; ADR 0020).

Both together make the digest that is looked up, so that known and unknown names cost and answer the same (R-01), and
two people may choose the same name. Capital letters, kinds of digits and of keyboards make no difference.
"""

from allauth.mfa.totp.internal.auth import validate_totp_code
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts import events
from portal.accounts.codes import sign_in_digest
from portal.accounts.models import AccessHolder, SignInName
from portal.audit.actors import VISITOR, Actor
from portal.audit.models import Event
from portal.audit.services import record
from portal.names.folding import fold

from .pins import AN_HOUR, behind_pin

WRONG_APP_CODES_AN_HOUR = 10
_USED_SECONDS = 120
_SEPARATORS = str.maketrans("", "", " -().\u00a0")


class CannotBeUsed(Exception):
    """This name with this phrase cannot be kept."""


def set_sign_in_name(*, holder: AccessHolder, name: str, phrase: str, app_secret: str, actor: Actor) -> SignInName:
    """Keep a name with a phrase in place of the one before; without `app_secret` no code from an app is asked for.

    Raises CannotBeUsed.
    """
    digest = sign_in_digest(read_name(name), read_phrase(phrase))
    values = {"name": name, "digest": digest, "app_secret": app_secret, "chosen_at": timezone.now()}
    try:
        with transaction.atomic():
            kept, _created = SignInName.objects.update_or_create(
                holder=holder, defaults=values, create_defaults={"key_id": holder.key_id, **values}
            )
            record(events.WAY_ADDED, actor=actor, subject=holder, data={"way": "name"})
    except IntegrityError as error:
        raise CannotBeUsed from error
    return kept


@transaction.atomic
def remove_sign_in_name(*, holder: AccessHolder, actor: Actor) -> None:
    """Take the name away with its phrase and its app; where there is none, nothing changes."""
    removed, _by_model = SignInName.objects.filter(holder=holder).delete()
    if removed:
        record(events.WAY_REMOVED, actor=actor, subject=holder, data={"way": "name"})


def whose_name(*, name: str, phrase: str, app_code: str, pin: str) -> AccessHolder | None:
    """Return whose page a name, a phrase and what she chose beside them open, or None. Throttle before calling."""
    digest = sign_in_digest(read_name(name), read_phrase(phrase))
    kept = SignInName.objects.filter(digest=digest).select_related("holder").first()
    is_right = kept is not None and (not kept.app_secret or _is_app_code(kept, app_code))
    return behind_pin(kept.holder if kept and is_right else None, pin)


def read_name(text: str) -> str:
    """Fold a name, an e-mail or a telephone number to the one spelling that is compared."""
    folded = fold(text, "strict")
    bare = folded.translate(_SEPARATORS)
    return bare if bare.lstrip("+").isdigit() else folded


def read_phrase(text: str) -> str:
    """Fold a phrase to the one spelling that is compared."""
    return fold(text, "strict")


def is_code_of(secret: str, code: str) -> bool:
    """Say whether an authenticator app with this secret shows this code now."""
    return code.isascii() and code.isdigit() and validate_totp_code(secret, code)


def _is_app_code(kept: SignInName, code: str) -> bool:
    """Right, never used before, and not after many wrong ones: the phrase was right, so these are counted by holder."""
    since = timezone.now() - AN_HOUR
    wrong = Event.objects.filter(code=events.APP_CODE_WRONG, subject_id=kept.holder_id, at__gte=since)
    if wrong.count() >= WRONG_APP_CODES_AN_HOUR:
        return False
    used = f"family-app-code|{kept.holder_id}|{code}"
    if is_code_of(kept.app_secret, code) and cache.add(used, True, timeout=_USED_SECONDS):
        return True
    record(events.APP_CODE_WRONG, actor=VISITOR, subject=kept.holder)
    return False
