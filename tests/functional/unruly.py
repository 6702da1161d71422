"""What a page must bear: long names without a space, scripts mixed in a name, a title nobody translated.

Everything is made by the services of the running site, and everybody is invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.functional.site import Site

# Sixty letters without a space, in Latin and in Arabic script.
LONG_LATIN = "Ebdulrehmanzade" * 4
LONG_ARABIC = "المستنصرابادي" * 4 + "الموصلية"
MIXED = f"Azad محمد {LONG_LATIN} (ئازاد)"
TITLE = f"محاكمة بشأن ما جرى في {LONG_ARABIC} (Bab al-Nahr) ومن معه من المتّهمين"
PROCEEDING = "unruly-proceeding"
ORGANIZATION = "unruly-organization"


@dataclass(frozen=True)
class Unruly:
    """`sessions` are cookies of signed-in staff by role; `places` addresses of what was made, by name."""

    sessions: dict[str, str]
    places: dict[str, str]


def fill(site: Site) -> Unruly:
    """Bring the unruly world into a running site."""
    return Unruly(**site.ask("import json; from tests.functional.unruly_rows import make; print(json.dumps(make()))"))
