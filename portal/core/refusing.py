"""The refusal that rules of every app raise (floor 0)."""


class Refused(Exception):
    """The state of things, or who asks, does not allow it; the text says why, in the reader's language."""
