"""Where people of the office are written to, and the short mails that something waits for them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.notifications.enums import DeliveryState, StaffNotice


class StaffAddress(ConfidentialModel):
    """The mail address of a member of staff, given by herself or himself. Alerts come always, tasks where wished."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_address")
    value = EncryptedTextField()
    wants_tasks = models.BooleanField(default=True)

    personal_data = PersonalData(
        use="tell people of the office that something waits for them",
        retention="while the account lives",
        fields={"value": "S2", "wants_tasks": "S1"},
        technical=("key_id",),
    )


class StaffMail(UUIDModel):
    """One mail about one kind of notice within one hour, with its attempts. What it was about stands nowhere in it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=StaffNotice.choices)
    hour = models.DateTimeField()
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    next_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="write to people of the office once an hour, and know what did not leave",
        retention="while the account lives",
        fields={"kind": "S1", "hour": "S1", "sent_at": "S1"},
        technical=("state", "attempts", "problem", "next_at"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "hour"], name="one_staff_mail_per_kind_and_hour")
        ]
