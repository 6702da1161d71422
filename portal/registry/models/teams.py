"""Who answers for which files together: teams by region or language, and who belongs to one until when (ADR 0030).

A team that ended and a membership that ended stay, with who ended it.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.places.models import Place


def _person(**options) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


class TeamQuerySet(models.QuerySet["Team"]):
    """Teams in the words of the domain."""

    def standing(self) -> "TeamQuerySet":
        """Those that nobody ended."""
        return self.filter(ended_at__isnull=True)


class Team(UUIDModel):
    """A group of colleagues. Files are its own by the place where the person was last known, or by the language."""

    name = models.CharField(max_length=80)
    regions = models.ManyToManyField(Place, related_name="+", blank=True)
    language = models.CharField(max_length=5, blank=True)
    made_by = _person()
    made_at = models.DateTimeField()
    ended_by = _person(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TeamQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(ended_at__isnull=True), name="one_standing_team_of_a_name"
            ),
            models.CheckConstraint(name="team_ended_who_and_when", condition=both_or_neither("ended_at", "ended_by")),
        ]

    def __str__(self) -> str:
        return self.name


class TeamMembershipQuerySet(models.QuerySet["TeamMembership"]):
    """Memberships in the words of the domain."""

    def standing(self) -> "TeamMembershipQuerySet":
        """Those that nobody ended, whether or not their time is over."""
        return self.filter(ended_at__isnull=True)

    def live(self) -> "TeamMembershipQuerySet":
        """Those in force now."""
        return self.standing().filter(until__gt=timezone.now())


class TeamMembership(UUIDModel):
    """One colleague belongs to a team until a time, because another one said so."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="team_memberships")
    added_by = _person()
    added_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_by = _person(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TeamMembershipQuerySet.as_manager()

    personal_data = PersonalData(
        use="which files a colleague may open, who said so, and until when",
        retention="as long as the audit log",
        fields={"added_at": "S1", "until": "S1", "ended_at": "S1"},
    )

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"],
                condition=models.Q(ended_at__isnull=True),
                name="one_standing_membership_of_a_team",
            ),
            models.CheckConstraint(
                name="team_membership_by_somebody_else", condition=~models.Q(added_by=models.F("user"))
            ),
            models.CheckConstraint(
                name="team_membership_ends_after_it_begins", condition=models.Q(until__gt=models.F("added_at"))
            ),
            models.CheckConstraint(
                name="team_membership_ended_who_and_when", condition=both_or_neither("ended_at", "ended_by")
            ),
        ]
