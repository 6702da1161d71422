"""Where people of the office are written to, and the short mails that something waits for them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.confidential.blind import fingerprint
from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.notifications.enums import DeliveryState, StaffNotice


class StaffAddressQuerySet(models.QuerySet):
    """Addresses of people of the office."""

    def reachable(self) -> "StaffAddressQuerySet":
        """Those of whom some address is proven."""
        return self.filter(models.Q(proven_at__isnull=False) | models.Q(former__isnull=False))


class StaffAddress(ConfidentialModel):
    """The mail address of a member of staff, given by herself or himself. Alerts come always, tasks where wished.

    Nothing is written to `value` but the code that proves it, until that code came back; `former` is the address that
    was proven before, and holds meanwhile.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_address")
    value = EncryptedTextField()
    former = EncryptedTextField(null=True, default=None)
    proven_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    wants_tasks = models.BooleanField(default=True)

    objects = StaffAddressQuerySet.as_manager()

    personal_data = PersonalData(
        use="tell people of the office that something waits for them",
        retention="while the account lives",
        fields={"value": "S2", "former": "S2", "proven_at": "S1", "wants_tasks": "S1"},
        technical=("key_id", "tries"),
    )

    def reached_at(self) -> str | None:
        """Return the address that was proven, or None."""
        return self.value if self.proven_at else self.former

    def code(self) -> str:
        """Return the six digits that prove it. Kept nowhere: a keyed hash of the row, which is new for each address."""
        return f"{int.from_bytes(fingerprint('staff address', str(self.pk))[:8]) % 10**6:06d}"


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
