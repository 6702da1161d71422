"""AES-256-GCM, as the `cryptography` library offers it (NIST SP 800-38D; floor 1).

A sealed value is: one version byte, a nonce of 12 bytes, the ciphertext with its tag of 16 bytes. The associated data
binds a value to its table, column and row, so that a value moved elsewhere does not open.
"""

import os
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_NONCE = 12
_TAG = 16


class CannotOpen(Exception):
    """The value was altered or moved, or its key is gone. Carries no detail on purpose."""


class KeyNotHere(CannotOpen):
    """The key is wrapped under a secret that is kept outside and is not on this machine now."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return AESGCM.generate_key(bit_length=256)


def place(table: str, column: str, row: object, key_id: uuid.UUID) -> bytes:
    """Return the associated data of one cell."""
    return f"{table}|{column}|{row}|{key_id}".encode()


class Cipher:
    """One key, ready to use: for many values of one record."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        """Encrypt under a fresh random nonce."""
        nonce = os.urandom(_NONCE)
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, associated)

    def unseal(self, sealed: bytes, associated: bytes) -> bytes:
        """Decrypt. Raises CannotOpen where key, place or content do not fit."""
        if sealed[:1] != _VERSION or len(sealed) < 1 + _NONCE + _TAG:
            raise CannotOpen
        try:
            return self._cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], associated)
        except InvalidTag as error:
            raise CannotOpen from error


def seal(plain: bytes, *, key: bytes, associated: bytes) -> bytes:
    """Encrypt one value under a fresh random nonce."""
    return Cipher(key).seal(plain, associated)


def unseal(sealed: bytes, *, key: bytes, associated: bytes) -> bytes:
    """Decrypt one value. Raises CannotOpen where key, place or content do not fit."""
    return Cipher(key).unseal(sealed, associated)
