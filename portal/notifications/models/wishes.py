"""What she wants to be told, and how often we say that we are still here."""

from django.db import models

from portal.accounts.models import AccessHolder
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.notifications.enums import Every, Telling

from .channels import RETENTION


class EventWish(UUIDModel):
    """Her wish for one kind of news. Without a row she is written to, where a channel is safe."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="event_wishes")
    kind = models.CharField(max_length=60)
    telling = models.CharField(max_length=10, choices=Telling.choices)

    personal_data = PersonalData(
        use="tell her only what she wants to be told",
        retention=RETENTION,
        fields={"kind": "S1", "telling": "S1"},
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holder", "kind"], name="one_wish_per_kind_of_news")]


class SignOfLife(UUIDModel):
    """How often she wants to hear that we are still here, and when next (empty: never)."""

    holder = models.OneToOneField(AccessHolder, on_delete=models.CASCADE, related_name="sign_of_life")
    every = models.CharField(max_length=10, choices=Every.choices)
    next_on = models.DateField(null=True, blank=True, db_index=True)

    personal_data = PersonalData(
        use="never leave her without a word, in the rhythm she chose",
        retention=RETENTION,
        fields={"every": "S1", "next_on": "S1"},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sign_of_life_next_unless_never",
                condition=models.Q(every=Every.NEVER, next_on__isnull=True)
                | (~models.Q(every=Every.NEVER) & models.Q(next_on__isnull=False)),
            )
        ]
