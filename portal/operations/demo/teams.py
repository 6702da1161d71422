"""Two teams of the demonstration: one by a language and a region, one by a region (floor 8). Everybody is invented."""

from portal.accounts.models import User
from portal.places.models import Place
from portal.registry.models import Team
from portal.registry.services.teams import add_to_team, make_team

_BY, _MONTHS = "demo-administrator", 12
# name, regions, language, who belongs to it
_TEAMS = (
    ("Cizîrê", ("SY-HA", "SY-RA", "SY-DY"), "ku", ("demo-caseworker", "demo-supervisor")),
    ("نينوى", ("IQ-NI",), "", ("demo-supervisor-two",)),
)


def load_teams() -> int:
    """Make the teams that are not there yet; return how many stand."""
    by = User.objects.get(username=_BY)
    for name, regions, language, members in _TEAMS:
        if Team.objects.filter(name=name).exists():
            continue
        team = make_team(name=name, regions=Place.objects.filter(code__in=regions), language=language, by=by)
        for username in members:
            add_to_team(team=team, user=User.objects.get(username=username), months=_MONTHS, by=by)
    return Team.objects.standing().count()
