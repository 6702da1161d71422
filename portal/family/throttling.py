"""Limits before a return code or a phrase is hashed: per address, and a slow-down for all (floor 7; R-04).

The address is kept as a keyed hash for minutes, never readable. Nobody can lock a person out: a code has no name, and
a name is counted together with the address.
A camp shares one address: what opened a page is taken off the count, so that only wrong codes are limited.
"""

import hashlib
import time
from contextlib import suppress

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.confidential.blind import fingerprint

PER_ADDRESS = 10
# Beyond so many attempts a minute in all, each one waits a little, at most LONGEST_WAIT seconds.
ALL_TOGETHER = 120
LONGEST_WAIT = 1.0
# Wrong phrases for one name from one address, in five minutes.
PER_NAME = 5
_MINUTE = 60
_NAME_WINDOW = 300


def allow_code_attempt(request: HttpRequest, what: str = "code") -> bool:
    """Count an attempt at one kind of code; return False where this address has had ten within the minute."""
    minute = int(time.time() // _MINUTE)
    if _count(f"{what}-all-{minute}") > ALL_TOGETHER:
        time.sleep(LONGEST_WAIT)
    return _count(_per_address(request, what, minute)) <= PER_ADDRESS


def forget_code_attempt(request: HttpRequest, what: str = "code") -> None:
    """Take a right code off the count again. It was counted before, so that many at once cannot pass the limit."""
    with suppress(ValueError):
        cache.decr(_per_address(request, what, int(time.time() // _MINUTE)))


def allow_name_attempt(request: HttpRequest, name: str) -> bool:
    """Count an attempt at a name; return False where this address has had too many, at this name or in all."""
    return allow_code_attempt(request, "name") and _count(_per_name(request, name), _NAME_WINDOW) <= PER_NAME


def forget_name_attempt(request: HttpRequest, name: str) -> None:
    """Take a right phrase off the count again."""
    forget_code_attempt(request, "name")
    with suppress(ValueError):
        cache.decr(_per_name(request, name))


def _per_name(request: HttpRequest, name: str) -> str:
    window = int(time.time() // _NAME_WINDOW)
    return f"name-{window}-{fingerprint('sign-in', name).hex()[:24]}-{_address_key(request)}"


def _per_address(request: HttpRequest, what: str, minute: int) -> str:
    return f"{what}-{minute}-{_address_key(request)}"


def _address_key(request: HttpRequest) -> str:
    try:
        address = get_adapter(request).get_client_ip(request)
    except PermissionDenied:
        address = ""
    return hashlib.sha256(fingerprint("address", address or "unknown")).hexdigest()[:24]


def _count(key: str, window: int = _MINUTE) -> int:
    """Count up in the shared cache. Two at the same instant may count once: a limit, not a ledger."""
    if cache.add(key, 1, timeout=2 * window):
        return 1
    try:
        return cache.incr(key)
    except ValueError:
        cache.set(key, 1, timeout=2 * window)
        return 1
