"""Follows in the words of the domain (floor 6)."""

from django.db import models


class FollowQuerySet(models.QuerySet):
    """What is followed, by whom, until when."""

    def live(self) -> "FollowQuerySet":
        """Those not stopped."""
        return self.filter(stopped_at__isnull=True)

    def of(self, holder) -> "FollowQuerySet":
        """Those of one access holder."""
        return self.filter(holder=holder)

    def with_proceedings(self) -> "FollowQuerySet":
        """Together with proceeding and court, the newest first, for showing."""
        return self.select_related("proceeding__court").order_by("-started_at")
