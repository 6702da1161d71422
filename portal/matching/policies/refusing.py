"""The refusal that every rule raises (floor 6)."""

from django.utils.functional import Promise


class Refused(Exception):
    """The state of things does not allow it; `reason` says why, in the reader's language."""

    def __init__(self, reason: str | Promise):
        super().__init__()
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)
