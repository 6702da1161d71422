"""Where her files go: to a registration, or to the draft that will be one; with the addresses of each (floor 7)."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.evidence.models import Owner
from portal.registry.models import Draft


@dataclass(frozen=True)
class FilePlace:
    """Whose files, of what, and who sends them."""

    owner: Owner
    holder: AccessHolder
    actor: Actor
    # Sent by a helper, to whom nothing is open any more once the person has sent.
    is_helped: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it is not sent yet."""
        return isinstance(self.owner, Draft)

    @property
    def is_closed(self) -> bool:
        """Whether who sends may not see the list."""
        return self.is_helped and not self.is_draft

    @property
    def list_url(self) -> str:
        """The list, and the form for one more."""
        return reverse("helping:list") if self.is_closed else self._url("files")

    @property
    def begin_url(self) -> str:
        """Where the script announces a file."""
        return self._url("file-begin")

    @property
    def back_url(self) -> str:
        """Where the list leads back to."""
        return reverse("family:hub") if isinstance(self.owner, Draft) else self._url("page")

    def part_url(self, key: UUID) -> str:
        """Where the parts of a file go."""
        return self._url("file-part", key)

    def remove_url(self, key: UUID) -> str:
        """Where a file is taken back."""
        return self._url("file-remove", key)

    def _url(self, name: str, *args: UUID) -> str:
        if isinstance(self.owner, Draft):
            return reverse(f"family:draft-{name}", args=args)
        return reverse(f"family:{name}", args=[self.owner.reference, *args])
