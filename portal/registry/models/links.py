"""Which registrations belong together because she who registered says so."""

from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.registry.enums import LinkKind

from .registrations import RETENTION, Registration


class RegistrationLinkQuerySet(models.QuerySet["RegistrationLink"]):
    """Links in the words of the domain."""

    def of(self, registration: Registration) -> "RegistrationLinkQuerySet":
        """Those a registration stands in, on either side."""
        return self.filter(models.Q(first=registration) | models.Q(second=registration))


class RegistrationLink(UUIDModel):
    """Two registrations of one holder. Every further person of a group is linked to the one registered first."""

    first = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="links_to_later")
    second = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="links_to_earlier")
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RegistrationLinkQuerySet.as_manager()

    personal_data = PersonalData(
        use="see who was taken together, without asking the family again",
        retention=RETENTION,
        fields={"kind": "S2", "created_at": "S1"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second", "kind"], name="registrations_linked_once_per_kind"),
            models.CheckConstraint(
                name="registration_not_linked_to_itself", condition=~models.Q(first=models.F("second"))
            ),
        ]
