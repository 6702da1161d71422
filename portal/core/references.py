"""Reference numbers for speech and return codes for signing in (floor 0).

A reference such as SR-7K4M-9XQ2 has no vowels (no accidental words), no 0/1/I/L/O and a check letter last; it grants
nothing. A return code is 16 digits that look like a telephone number; it is a secret and is never stored readable.
"""

import re
import secrets

from .languages import latin_digits

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
_PREFIX = "SR"
_BODY = 7
# None shares a factor with the alphabet's length, 27 = 3 × 3 × 3, nor does the difference of two neighbours.
_WEIGHTS = (1, 2, 4, 5, 7, 8, 10)


def _check_letter(body: str) -> str:
    """Weighted sum modulo the alphabet's length: finds every single slip and every exchange of two neighbours."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in zip(_WEIGHTS, body, strict=True))
    return ALPHABET[total % len(ALPHABET)]


def new_reference() -> str:
    """Return a random reference in the form SR-XXXX-XXXC, C being the check letter."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(_BODY))
    whole = body + _check_letter(body)
    return f"{_PREFIX}-{whole[:4]}-{whole[4:]}"


def read_reference(text: str) -> str | None:
    """Return the reference in its written form, or None where the text is none (wrong length or check letter)."""
    letters = re.sub(r"[^0-9A-Z]", "", latin_digits(text[:64]).upper())
    if letters.startswith(_PREFIX) and len(letters) > _BODY + 1:
        letters = letters[len(_PREFIX) :]
    if len(letters) != _BODY + 1 or any(letter not in ALPHABET for letter in letters):
        return None
    if _check_letter(letters[:-1]) != letters[-1]:
        return None
    return f"{_PREFIX}-{letters[:4]}-{letters[4:]}"


def new_return_code() -> str:
    """Return 16 random digits; the first is never 0, so that no telephone drops it."""
    return str(secrets.randbelow(9) + 1) + "".join(str(secrets.randbelow(10)) for _ in range(15))


def spaced_return_code(code: str) -> str:
    """Write a return code in four groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_return_code(text: str) -> str | None:
    """Return the 16 digits typed in any digit set with any separators, or None."""
    digits = re.sub(r"[\s\-.()/+\u00a0\u200c\u200d]", "", latin_digits(text[:64]))
    return digits if re.fullmatch(r"[0-9]{16}", digits) else None
