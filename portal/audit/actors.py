"""Who did it: a kind and a UUID, without a foreign key upward (floor 1)."""

import uuid
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    """The kinds of actors."""

    STAFF = "staff", _("Staff")
    HOLDER = "holder", _("The family")
    VISITOR = "visitor", _("A visitor")
    SYSTEM = "system", _("The programme")


@dataclass(frozen=True)
class Actor:
    """`kind` with the UUID of a user or access holder; visitors and the programme have none."""

    kind: str
    id: uuid.UUID | None = None

    @classmethod
    def staff(cls, user_id: uuid.UUID) -> "Actor":
        """A member of staff or of an organization."""
        return cls(ActorKind.STAFF, user_id)

    @classmethod
    def holder(cls, holder_id: uuid.UUID) -> "Actor":
        """Somebody who opened her page with her code."""
        return cls(ActorKind.HOLDER, holder_id)


SYSTEM = Actor(ActorKind.SYSTEM)
VISITOR = Actor(ActorKind.VISITOR)
