"""Finished figures: what may be told of a month, no person in it (floor 3; R-11). The public site reads them here."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .enums import PublishingState


class MonthOfFigures(UUIDModel):
    """What was counted in one month, already hidden: `tables` by `Counting`, told counts by cell.

    `month` is its first day; each month is counted once, and never again. `weeks` are measures of waiting, or none.
    """

    month = models.DateField(unique=True)
    tables = models.JSONField()
    weeks = models.JSONField(default=dict)
    counted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-month"]


def _person() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class PublicFiguresQuerySet(models.QuerySet["PublicFigures"]):
    """Public figures in the words of the domain."""

    def shown(self) -> "PublicFigures | None":
        """Those that the public sees: the newest that were approved; nothing at all where they were withdrawn."""
        newest = self.filter(approved_at__isnull=False).first()
        return newest if newest and newest.withdrawn_at is None else None


class PublicFigures(MonthOfFigures):
    """Figures of families who agree to be counted for the public, and who let them become public: two people.

    Withdrawn figures are kept and shown to nobody outside.
    """

    asked_by = _person()
    asked_at = models.DateTimeField(null=True, blank=True)
    approved_by = _person()
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_by = _person()
    refused_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _person()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PublicFiguresQuerySet.as_manager()

    personal_data = PersonalData(
        use="who let which figures become public; the figures themselves are of nobody",
        retention="as long as the log",
        fields={"asked_at": "S1", "approved_at": "S1", "refused_at": "S1", "withdrawn_at": "S1"},
        technical=("month", "tables", "weeks", "counted_at"),
    )

    class Meta(MonthOfFigures.Meta):
        constraints = [
            models.CheckConstraint(
                name="figures_asked_who_and_when",
                condition=both_or_neither("asked_by", "asked_at"),
            ),
            models.CheckConstraint(
                name="figures_approved_by_a_second_person",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                # Asked apart: a comparison with nothing is unknown, and a check lets the unknown pass.
                | (
                    Q(approved_by__isnull=False, approved_at__isnull=False, asked_by__isnull=False)
                    & ~Q(approved_by=F("asked_by"))
                ),
            ),
            models.CheckConstraint(
                name="figures_refused_by_a_second_person",
                condition=Q(refused_by__isnull=True, refused_at__isnull=True)
                | (
                    Q(refused_by__isnull=False, refused_at__isnull=False, asked_by__isnull=False)
                    & Q(approved_at__isnull=True)
                    & ~Q(refused_by=F("asked_by"))
                ),
            ),
            models.CheckConstraint(
                name="figures_withdrawn_once_public",
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False, approved_at__isnull=False),
            ),
        ]

    @property
    def state(self) -> PublishingState:
        """Where they stand."""
        if self.withdrawn_at:
            return PublishingState.WITHDRAWN
        if self.approved_at:
            return PublishingState.PUBLISHED
        if self.refused_at:
            return PublishingState.REFUSED
        return PublishingState.WAITING if self.asked_at else PublishingState.COUNTED
