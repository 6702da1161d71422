"""Opening what was sealed for trained people (floor 1). Only the door of the registry may import this module.

`.importlinter` names who may. The private key is opened for one call and not remembered.
"""

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from .cipher import CannotOpen, KeyNotHere, unseal
from .models import TeamKey
from .secrets import outside_secret, secret
from .team_sealing import SUITE, VERSION_BYTES, info, wrapped_place


def open_for_team(envelope: str, *, bound_to: bytes) -> str:
    """Return what an envelope holds. Raises CannotOpen where it was altered or moved, or its key destroyed."""
    try:
        data = base64.b64decode(envelope, validate=True)
        private = _private_key(int.from_bytes(data[:VERSION_BYTES], "big"))
        return SUITE.decrypt(data[VERSION_BYTES:], private, info=info(bound_to)).decode()
    except (binascii.Error, InvalidTag, ValueError) as error:
        raise CannotOpen from error


def version_of(envelope: str) -> int:
    """Return the version of the key an envelope is sealed to."""
    return int.from_bytes(base64.b64decode(envelope)[:VERSION_BYTES], "big")


def _private_key(version: int) -> X25519PrivateKey:
    row = TeamKey.objects.filter(version=version, destroyed_at__isnull=True).first()
    if row is None:
        raise CannotOpen
    wrapping = outside_secret() if row.is_outside else secret("kek")
    if wrapping is None:
        raise KeyNotHere
    return X25519PrivateKey.from_private_bytes(
        unseal(bytes(row.wrapped), key=wrapping, associated=wrapped_place(version))
    )
