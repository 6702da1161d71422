"""What supervisors and auditors are told of how much, or what, a colleague reads."""

from django.db import models

from portal.accounts.enums import AlertAnswer, AlertKind
from portal.core.constraints import another_person, both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .planted import PlantedRecord
from .users import User


class AlertQuerySet(models.QuerySet["Alert"]):
    """Alerts in the words of the domain."""

    def waiting(self) -> "AlertQuerySet":
        """Those nobody has answered yet."""
        return self.filter(answered_at__isnull=True)

    def answered(self) -> "AlertQuerySet":
        """Those somebody has answered, the latest first."""
        return self.filter(answered_at__isnull=False).order_by("-answered_at")

    def freezes(self) -> "AlertQuerySet":
        """Those that keep a colleague from reading until they are answered."""
        return self.filter(kind=AlertKind.FROZEN)


class Alert(UUIDModel):
    """Something a second person has to look at. One of the kind `frozen` stops all reading until it is answered."""

    kind = models.CharField(max_length=10, choices=AlertKind.choices)
    about = models.ForeignKey(User, on_delete=models.PROTECT, related_name="alerts")
    at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)
    # Which invented record was opened; only an auditor, and who planted it, learn that it is one.
    planted = models.ForeignKey(PlantedRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="alerts")
    answer = models.CharField(max_length=12, choices=AlertAnswer.choices, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    personal_data = PersonalData(
        use="notice when a member of staff reads more than the work needs, and who looked into it",
        retention="as long as the audit log",
        fields={"kind": "S1", "at": "S1", "count": "S1", "answer": "S1", "answered_at": "S1"},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="alert_answered_by_somebody_else",
                condition=another_person("answered_by", than="about"),
            ),
            models.CheckConstraint(
                name="alert_answered_who_and_when", condition=both_or_neither("answered_by", "answered_at")
            ),
            models.CheckConstraint(
                name="alert_answered_with_a_reason",
                condition=models.Q(answered_at__isnull=True) | ~models.Q(answer=""),
            ),
            models.CheckConstraint(
                name="alert_names_what_was_planted",
                condition=models.Q(kind="planted", planted__isnull=False)
                | (~models.Q(kind="planted") & models.Q(planted__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["about"],
                condition=models.Q(kind="frozen", answered_at__isnull=True),
                name="one_standing_freeze_per_person",
            ),
        ]
        indexes = [models.Index(fields=["about", "kind", "at"])]
