"""The one table of floors: which app stands where. Imports point to lower floors only, never sideways.

`.importlinter` says the same in its own language; test_floors.py proves that it does.
"""

from __future__ import annotations

FLOORS: tuple[tuple[str, ...], ...] = (
    ("core", "names"),
    ("linkage", "confidential", "audit", "places"),
    ("accounts",),
    ("organizations", "notifications", "support", "figures"),
    ("proceedings",),
    ("registry", "detainees"),
    ("matching", "evidence"),
    ("following", "referrals", "sharing", "recordings"),
    ("family", "office"),
    ("operations",),
)

FLOOR_OF: dict[str, int] = {app: floor for floor, apps in enumerate(FLOORS) for app in apps}

# Modules of portal/ that are no app and stand outside the floors.
OUTSIDE = ("settings", "urls", "wsgi")

# The public site stands on top of this floor and reaches nothing above it.
HIGHEST_FLOOR_UNDER_CMS = FLOOR_OF["proceedings"]
ABOVE_CMS = tuple(app for app in FLOOR_OF if FLOOR_OF[app] > HIGHEST_FLOOR_UNDER_CMS)

# Plain Python: no Django, no Wagtail.
WITHOUT_DJANGO = ("names", "linkage")

# The only app that may import the public site.
MAY_IMPORT_CMS = ("operations",)
