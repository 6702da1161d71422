"""What a family follows (floor 6)."""

from django.db import models

from portal.accounts.models import AccessHolder
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.proceedings.models import Proceeding

from .querysets import FollowQuerySet


class Follow(UUIDModel):
    """One holder follows one proceeding since, until she stops."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="follows")
    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="follows")
    started_at = models.DateTimeField(auto_now_add=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    objects = FollowQuerySet.as_manager()

    personal_data = PersonalData(
        use="tell her news of a proceeding she chose",
        retention="while the holder's registration lives",
        fields={"started_at": "S2", "stopped_at": "S2"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "proceeding"],
                condition=models.Q(stopped_at__isnull=True),
                name="one_live_follow_per_proceeding",
            )
        ]
