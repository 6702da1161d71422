"""Blind-index tokens: keyed, truncated, versioned (floor 1; R-33)."""

import hashlib
import hmac

from django.conf import settings

from .secrets import secret


def token(field: str, value: str) -> int:
    """Return the token of a key string, BLIND_INDEX_BITS wide, different for each field."""
    message = f"{settings.BLIND_INDEX_VERSION}|{field}|{value}".encode()
    digest = hmac.new(secret("index"), message, hashlib.sha256).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - settings.BLIND_INDEX_BITS)


def fingerprint(*parts: str) -> bytes:
    """Return a keyed fingerprint (32 bytes) by which equal content is recognised without keeping it."""
    encoded = [part.encode(errors="surrogatepass") for part in parts]
    message = b"".join(len(part).to_bytes(8, "big") + part for part in encoded)
    return hmac.new(secret("index"), b"fingerprint|" + message, hashlib.sha256).digest()
