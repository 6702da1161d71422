"""Making and ending teams, and who belongs to one until when; each is audited (floor 5; R-16)."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import check_role, has_role
from portal.accounts.terms import months_after
from portal.audit.actors import Actor
from portal.audit.services import record
from portal.places.models import Place
from portal.registry import events
from portal.registry.models import Team, TeamMembership
from portal.registry.need import CONTACT_READERS

# Who keeps teams. Nobody changes what is open to herself or himself.
KEEPERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)


class OwnTeam(PermissionDenied):
    """Somebody would change which files are open to herself or himself."""


class NamedAlready(Exception):
    """There is a team of this name."""


class AnswersNobody(Exception):
    """Only who answers families belongs to a team."""


@transaction.atomic
def make_team(*, name: str, regions: Iterable[Place], language: str, by: User) -> Team:
    """Make a team without anybody in it. Raises PermissionDenied, NamedAlready."""
    check_role(by, *KEEPERS)
    if Team.objects.standing().filter(name=name).exists():
        raise NamedAlready
    team = Team.objects.create(name=name, language=language, made_by=by, made_at=timezone.now())
    team.regions.set(regions)
    _record(events.TEAM_MADE, team, by, _bounds(team))
    return team


@transaction.atomic
def change_team(*, team: Team, regions: Iterable[Place], language: str, by: User) -> None:
    """Give a team other regions and another language. Raises PermissionDenied, OwnTeam."""
    locked = _locked(team, by)
    locked.language = language
    locked.save(update_fields=["language"])
    locked.regions.set(regions)
    _record(events.TEAM_CHANGED, locked, by, _bounds(locked))


@transaction.atomic
def end_team(*, team: Team, by: User) -> bool:
    """End a team; return False where somebody was faster. Raises PermissionDenied, OwnTeam."""
    locked = _locked(team, by)
    if locked.ended_at is not None:
        return False
    locked.ended_at, locked.ended_by = timezone.now(), by
    locked.save(update_fields=["ended_at", "ended_by"])
    _record(events.TEAM_ENDED, locked, by)
    return True


@transaction.atomic
def add_to_team(*, team: Team, user: User, months: int, by: User) -> TeamMembership:
    """Let a colleague belong to a team from now on; an earlier membership ends.

    Raises PermissionDenied, OwnTeam, AnswersNobody, and ValueError for a time that is not offered or an ended team.
    """
    _check(user, by)
    now = timezone.now()
    until = months_after(now, months)
    if not has_role(user, *CONTACT_READERS):
        raise AnswersNobody
    locked = Team.objects.select_for_update().get(pk=team.pk)
    if locked.ended_at is not None:
        raise ValueError("the team has ended")
    TeamMembership.objects.standing().filter(team=locked, user=user).update(ended_at=now, ended_by=by)
    membership = TeamMembership.objects.create(team=locked, user=user, added_by=by, added_at=now, until=until)
    _record(events.TEAM_JOINED, locked, by, {"user": str(user.pk), "months": months})
    return membership


@transaction.atomic
def take_from_team(*, team: Team, user: User, by: User) -> bool:
    """End a membership; in force from the next request on. Return whether there was one. Raises PermissionDenied."""
    _check(user, by)
    standing = TeamMembership.objects.standing().filter(team=team, user=user)
    if not standing.update(ended_at=timezone.now(), ended_by=by):
        return False
    _record(events.TEAM_LEFT, team, by, {"user": str(user.pk)})
    return True


def may_change(team: Team, *, user) -> bool:
    """Say whether `user` may change or end a team: one of those who keep teams, and not one of its members."""
    is_member = TeamMembership.objects.standing().filter(team=team, user=user).exists()
    return has_role(user, *KEEPERS) and not is_member


def note_own_team(*, team: Team, by: User) -> None:
    """Log that somebody tried to change what is open to herself or himself; nothing was changed."""
    _record(events.TEAM_REFUSED, team, by)


def _check(user: User, by: User) -> None:
    check_role(by, *KEEPERS)
    if user.pk == by.pk:
        raise OwnTeam


def _locked(team: Team, by: User) -> Team:
    check_role(by, *KEEPERS)
    locked = Team.objects.select_for_update().get(pk=team.pk)
    if not may_change(locked, user=by):
        raise OwnTeam
    return locked


def _bounds(team: Team) -> dict:
    return {"regions": sorted(team.regions.values_list("code", flat=True)), "language": team.language}


def _record(code: str, team: Team, by: User, data: dict | None = None) -> None:
    record(code, actor=Actor.staff(by.pk), subject=team, data=data)
