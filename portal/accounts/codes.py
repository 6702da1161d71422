"""How a return code becomes a digest: Argon2id under one system salt plus a secret pepper (floor 2).

The code alone signs in, so its digest must be found without knowing whose it is: hence one salt for all, derived from
the pepper, which lives outside the database. 16 digits carry 53 bits; the pepper keeps a stolen table useless.
"""

import hashlib
import hmac
import uuid

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings

from portal.confidential.secrets import secret


def code_digest(code: str) -> bytes:
    """Return 32 bytes for 16 digits; takes about 25 ms on purpose. Throttle before calling."""
    pepper = secret("pepper")
    salt = hashlib.sha256(b"return-code-salt|" + pepper).digest()[:16]
    return _hashed(pepper, code, salt)


def pin_digest(pin: str, *, holder_id: uuid.UUID) -> bytes:
    """Return 32 bytes for the PIN of one holder: she is known by her code, so that each has a salt of her own."""
    pepper = secret("pepper")
    return _hashed(pepper, pin, hashlib.sha256(b"pin-salt|" + holder_id.bytes + pepper).digest()[:16])


def sign_in_digest(name: str, phrase: str) -> bytes:
    """Return 32 bytes for a name and a phrase: found without an index of names, at one cost for all (R-01)."""
    pepper = secret("pepper")
    salt = hashlib.sha256(b"sign-in-salt|" + name.encode() + pepper).digest()[:16]
    return _hashed(pepper, f"{len(name)}|{name}|{phrase}", salt)


def _hashed(pepper: bytes, text: str, salt: bytes) -> bytes:
    peppered = hmac.new(pepper, text.encode(), hashlib.sha256).digest()
    return hash_secret_raw(peppered, salt, hash_len=32, type=Type.ID, **settings.RETURN_CODE_ARGON2)
