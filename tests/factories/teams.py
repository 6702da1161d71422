"""Teams with somebody in them, and files that belong to one."""

from portal.accounts.models import User
from portal.places.models import Place
from portal.registry.models import FileOpening, Registration, Team, TeamMembership
from portal.registry.services.openings import open_in_emergency
from portal.registry.services.teams import add_to_team, make_team

from .registry import make_registration
from .staff import StaffFactory
from .unique import letters

# A district, and the governorate in which it lies.
QAMISHLI, HASAKAH, NINAWA = "sy-ha-qamishli", "SY-HA", "IQ-NI"


def make_team_of(*members: User, regions: tuple[str, ...] = (), language: str = "") -> Team:
    """Return a team by a supervisor who does not belong to it."""
    by = StaffFactory(supervisor=True)
    places = Place.objects.filter(code__in=regions)
    assert len(places) == len(regions)
    team = make_team(name=f"Team {letters()}", regions=places, language=language, by=by)
    for member in members:
        add_to_team(team=team, user=member, months=6, by=by)
    return team


def make_membership() -> TeamMembership:
    """Return a membership of a caseworker."""
    return make_team_of(StaffFactory(caseworker=True), regions=(HASAKAH,)).memberships.get()


def make_last_known(code: str, **answers) -> Registration:
    """Return a registration whose person was last known at a place of the list."""
    return make_registration(where={"knowledge": "known", "place": code}, **answers)


def make_emergency(registration: Registration | None = None, *, by: User | None = None) -> FileOpening:
    """Return a file of another team that a caseworker opened in an emergency."""
    return open_in_emergency(
        registration=registration or make_registration(),
        words="The brother is threatened now",
        user=by or StaffFactory(caseworker=True),
    )
