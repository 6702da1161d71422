"""Conditions that many tables ask of their rows (floor 0)."""

from django.db.models import F, Q


def both_or_neither(*columns: str) -> Q:
    """These columns are filled together or not at all: who did something, and when."""
    return Q(**{f"{column}__isnull": True for column in columns}) | Q(
        **{f"{column}__isnull": False for column in columns}
    )


def another_person(who: str, *, than: str) -> Q:
    """Nobody yet, or somebody else than in the other column: nobody agrees to what they asked for themselves."""
    return Q(**{f"{who}__isnull": True}) | ~Q(**{who: F(than)})
