"""Writing for trained people alone: sealed to the public key of the team; nothing here can open it (floor 1).

HPKE (RFC 9180, mode base) as the `cryptography` library offers it: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
AES-256-GCM. What is sealed is bound to its table, column and row by `info`. The envelope is base64 over two bytes of
the key's version and what HPKE gives, so that it stands in an encrypted text field like any other text.
"""

import base64

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from .cipher import seal
from .keyring import KEK_VERSION
from .models import TeamKey
from .secrets import outside_secret, secret

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
VERSION_BYTES = 2


def seal_for_team(plain: str, *, bound_to: bytes) -> str:
    """Return an envelope that only the team's private key opens, and only at this place (see `cipher.place`)."""
    key = current_team_key()
    public = X25519PublicKey.from_public_bytes(bytes(key.public))
    sealed = SUITE.encrypt(plain.encode(), public, info=info(bound_to))
    return base64.b64encode(key.version.to_bytes(VERSION_BYTES, "big") + sealed).decode()


def current_team_key() -> TeamKey:
    """Return the newest key; the first one is made when somebody first writes."""
    newest = TeamKey.objects.order_by("-version").first()
    return newest or make_team_key(1)


def make_team_key(version: int) -> TeamKey:
    """Make a key pair of a version and commit it; made at the same time by two processes, the first one stands."""
    private = X25519PrivateKey.generate()
    outside = outside_secret()
    wrapping = outside or secret("kek")
    key, _is_new = TeamKey.objects.get_or_create(
        version=version,
        defaults={
            "public": private.public_key().public_bytes_raw(),
            "wrapped": seal(private.private_bytes_raw(), key=wrapping, associated=wrapped_place(version)),
            "is_outside": outside is not None,
            "kek_version": KEK_VERSION,
        },
    )
    return key


def info(bound_to: bytes) -> bytes:
    """Return what HPKE binds: what this is, and the place."""
    return b"sanad sealed note|" + bound_to


def wrapped_place(version: int) -> bytes:
    """Return the associated data of a wrapped private key."""
    return f"team-key|{version}".encode()
