"""Need to know: which files are open to whom (floor 5; R-12, R-13). The one rule, and ADR 0030 says why.

Every list, count and search over files narrows by `open_to`; every door to one file asks `check_need`.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, CodeRecovery, RoleGrant
from portal.accounts.permissions import has_role, once_a_request
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.notifications.models import Delivery
from portal.places.models import Place

from . import events
from .models import (
    CaseAssignment,
    CaseTask,
    ConsentReview,
    FileOpening,
    Finding,
    LastKnown,
    Registration,
    Team,
    TeamMembership,
    TrainedWish,
)

# Who may see how the family is reached, and move a registration on. Not who compares.
CONTACT_READERS = (Role.CASEWORKER, Role.SUPERVISOR)

# How each table leads to the file, or to the page of the family, that it is about.
_OF_A_FILE = {
    Registration: "",
    CaseAssignment: "registration__",
    CaseTask: "registration__",
    ConsentReview: "registration__",
    Finding: "registration__",
    TrainedWish: "registration__",
}
_OF_A_FAMILY = {AccessHolder: "", CodeRecovery: "holder__", Delivery: "entry__holder__"}


@dataclass(frozen=True)
class _Teams:
    """Teams with somebody in them: all, those of one person, and those without a supervisor."""

    working: frozenset[UUID]
    mine: frozenset[UUID]
    unled: frozenset[UUID]


def teams_at_work() -> QuerySet[Team]:
    """Return the teams in which somebody answers families now; a team without anybody narrows nothing."""
    return Team.objects.standing().filter(Exists(_members(*CONTACT_READERS)))


def files_open_to(user, path: str = "") -> Q:
    """Say which files are open to a member of staff. `path` leads to a registration.

    Nothing is open to who answers no families: a reviewer reads through pairs. Without a team at work everything is.
    """
    if not has_role(user, *CONTACT_READERS):
        return Q(**{f"{path}pk__in": ()})
    teams = _teams_of(user)
    if not teams.working:
        return Q()
    owned = CaseAssignment.objects.live()
    is_supervisor = has_role(user, Role.SUPERVISOR)
    of_nobody = ~_of_teams(teams.working, path)
    if not is_supervisor:
        of_nobody &= ~Q(**{f"{path}pk__in": owned.values("registration")})
    return (
        Q(**{f"{path}pk__in": owned.filter(owner=user).values("registration")})
        | Q(**{f"{path}pk__in": CaseTask.objects.open().filter(for_whom=user).order_by().values("registration")})
        | _of_teams(teams.mine | teams.unled if is_supervisor else teams.mine, path)
        | of_nobody
    )


def open_to(user, rows: QuerySet) -> QuerySet:
    """Narrow rows about files, or about families with a page, to those open to a member of staff.

    Rows of other tables are returned as they are. A page without a registration belongs to nobody.
    """
    if rows.model in _OF_A_FILE:
        return rows.filter(files_open_to(user, _OF_A_FILE[rows.model]))
    if rows.model in _OF_A_FAMILY:
        path = _OF_A_FAMILY[rows.model]
        narrowed = files_open_to(user)
        if not narrowed:
            return rows
        with_files = Registration.objects.filter(holder__isnull=False)
        theirs = Q(**{f"{path}pk__in": with_files.filter(narrowed).values("holder")})
        return rows.filter(theirs | ~Q(**{f"{path}pk__in": with_files.values("holder")}))
    return rows


def may_open(user, registration: Registration) -> bool:
    """Say whether a file is open to a member of staff who answers families."""
    asked = files_open_to(user)
    return not asked or Registration.objects.filter(asked, pk=registration.pk).exists()


def any_team_at_work(user) -> bool:
    """Say whether any team narrows what is open; `user` is who asks."""
    return bool(_teams_of(user).working)


def check_need(registration: Registration, *, user, in_emergency: bool = False) -> None:
    """Let nobody pass to whom the file is not open: the attempt is logged. Raises Http404.

    `in_emergency`: a door that also opens for an hour to who said that it is an emergency. No other way leads there.
    """
    if may_open(user, registration):
        return
    emergencies = FileOpening.objects.live().emergencies().filter(registration=registration, user=user)
    if in_emergency and has_role(user, *CONTACT_READERS) and emergencies.exists():
        return
    record(events.FILE_REFUSED, actor=Actor.staff(user.pk), subject=registration)
    raise Http404


def check_row(rows: QuerySet, key: UUID, *, user):
    """Return one row about a file or a family's page that is open to the user; other attempts are logged.

    Raises Http404.
    """
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    if not open_to(user, rows.filter(pk=key)).exists():
        record(events.FILE_REFUSED, actor=Actor.staff(user.pk), subject=found)
        raise Http404
    return found


def _of_teams(teams: frozenset[UUID], path: str) -> Q:
    """Files whose person was last known in a region of these teams, or whose family speaks a language of theirs."""
    if not teams:
        return Q(**{f"{path}pk__in": ()})
    regions = Team.regions.through.objects.filter(team__in=teams).values("place")
    told = LastKnown.objects.filter(person__superseded_at__isnull=True, place__in=Place.objects.within(regions))
    languages = Team.objects.filter(pk__in=teams).exclude(language="").order_by().values("language")
    return Q(**{f"{path}pk__in": told.values("person__registration")}) | Q(**{f"{path}language__in": languages})


def _teams_of(user) -> _Teams:
    return once_a_request(user, "teams", lambda: _ask_teams(user))


def _ask_teams(user) -> _Teams:
    mine = TeamMembership.objects.live().filter(team=OuterRef("pk"), user=user)
    rows = list(
        teams_at_work()
        .annotate(is_mine=Exists(mine), is_led=Exists(_members(Role.SUPERVISOR)))
        .values_list("pk", "is_mine", "is_led")
    )
    return _Teams(
        working=frozenset(pk for pk, _mine, _led in rows),
        mine=frozenset(pk for pk, is_mine, _led in rows if is_mine),
        unled=frozenset(pk for pk, _mine, is_led in rows if not is_led),
    )


def _members(*roles: str) -> QuerySet[TeamMembership]:
    """Live memberships of the team of the outer query, of people at work who hold one of the roles."""
    grants = RoleGrant.objects.live().filter(role__in=roles)
    live = TeamMembership.objects.live().filter(team=OuterRef("pk"), user__is_active=True)
    return live.filter(user__in=grants.values("user"))
