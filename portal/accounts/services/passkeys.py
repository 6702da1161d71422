"""Passkeys: the two ceremonies of WebAuthn, run by the fido2 library (floor 2; ADR 0020).

What the server must remember between the two halves of a ceremony goes to the page, signed, and comes back with the
answer: it holds ten minutes and once, and nothing of a visitor who does not come in is kept.
"""

import hashlib
import json
import struct
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from portal.accounts import events
from portal.accounts.models import AccessHolder, Passkey
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.confidential.blind import fingerprint

from .pins import behind_pin

MOST_PASSKEYS = 10
_SECONDS = 600
_ADDING, _OPENING = "passkey.adding", "passkey.opening"
# Whatever a browser, or somebody who is none, may make the library stumble over.
_BROKEN = (
    ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, NotImplementedError, RecursionError,
    struct.error,
)  # fmt: skip


class NotProved(Exception):
    """The answer does not prove what the ceremony is for."""


@dataclass(frozen=True)
class Ceremony:
    """The first half: what the browser is asked (JSON), and what comes back with its answer."""

    options: str
    state: str


def begin_adding(*, holder: AccessHolder, host: str, label: str) -> Ceremony:
    """Ask a device for a new passkey. `label` is how the device lists it: the same neutral words for everybody."""
    options, state = _server(host).register_begin(
        PublicKeyCredentialUserEntity(id=holder.pk.bytes, name=label, display_name=label),
        credentials=[_credential(passkey) for passkey in holder.passkeys.all()],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _ceremony(options, state, f"{_ADDING}|{holder.pk}")


def add_passkey(*, holder: AccessHolder, host: str, state: str, answer: str, actor: Actor) -> Passkey:
    """Keep the passkey that a device made. Raises NotProved."""
    remembered = _remembered(state, f"{_ADDING}|{holder.pk}")
    try:
        made = _server(host).register_complete(remembered, _read(answer)).credential_data
    except _BROKEN as error:
        raise NotProved from error
    if made is None or holder.passkeys.count() >= MOST_PASSKEYS:
        raise NotProved
    try:
        with transaction.atomic():
            passkey = Passkey.objects.create(
                holder=holder,
                key_id=holder.key_id,
                found_by=_found_by(made.credential_id),
                credential=bytes(made).hex(),
            )
            record(events.WAY_ADDED, actor=actor, subject=holder, data={"way": "passkey"})
    except IntegrityError as error:
        raise NotProved from error
    return passkey


@transaction.atomic
def remove_passkeys(*, holder: AccessHolder, actor: Actor) -> None:
    """Take all passkeys away; where there is none, nothing changes."""
    removed, _by_model = holder.passkeys.all().delete()
    if removed:
        record(events.WAY_REMOVED, actor=actor, subject=holder, data={"way": "passkey"})


def begin_opening(*, host: str) -> Ceremony:
    """Ask whichever device it is for a passkey of this site; names nobody."""
    options, state = _server(host).authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return _ceremony(options, state, _OPENING)


def whose_passkey(*, host: str, state: str, answer: str, pin: str) -> AccessHolder | None:
    """Return whose page a passkey and what she chose beside it open, or None."""
    passkey = _proved(host, state, answer)
    holder = behind_pin(passkey.holder if passkey else None, pin)
    if passkey and holder:
        Passkey.objects.filter(pk=passkey.pk).update(last_used_at=timezone.now())
    return holder


def _proved(host: str, state: str, answer: str) -> Passkey | None:
    try:
        remembered, given = _remembered(state, _OPENING), _read(answer)
        number = AuthenticationResponse.from_dict(given).raw_id
        passkey = Passkey.objects.filter(found_by=_found_by(number)).select_related("holder").first()
        if passkey is not None:
            _server(host).authenticate_complete(remembered, [_credential(passkey)], given)
    except (NotProved, *_BROKEN):
        return None
    return passkey


def _server(host: str) -> Fido2Server:
    """The host's name alone is shown by the device: no word of ours, which could say what the page is about."""
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name=host))


def _ceremony(options: Any, state: Any, what: str) -> Ceremony:
    return Ceremony(json.dumps(dict(options)), signing.dumps(state, salt=what))


def _remembered(state: str, what: str) -> dict:
    """Open what was signed, once. Raises NotProved."""
    try:
        remembered = signing.loads(state, salt=what, max_age=_SECONDS)
    except signing.BadSignature as error:
        raise NotProved from error
    used = hashlib.sha256(state.encode()).hexdigest()
    if not cache.add(f"passkey-used|{used}", True, timeout=_SECONDS):
        raise NotProved
    return remembered


def _read(answer: str) -> dict:
    try:
        read = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise NotProved from error
    if not isinstance(read, dict):
        raise NotProved
    return read


def _credential(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes.fromhex(passkey.credential))


def _found_by(credential_id: bytes) -> bytes:
    return fingerprint("passkey", credential_id.hex())
