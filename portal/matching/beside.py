"""The place of two records within the queue of possible duplicates, which is read heaviest first (floor 6)."""

from django.db.models import Q, QuerySet

from .models import DuplicatePair


def around(duplicates: QuerySet[DuplicatePair], one: DuplicatePair, size: int) -> list[DuplicatePair]:
    """The one before it, itself even where it has left the queue, and those that follow."""
    others = duplicates.exclude(pk=one.pk)
    nearest = others.filter(_before(one)).order_by("weight", "-pk")[:1]
    return [*nearest, one, *others.exclude(_before(one))[: size - 2]]


def following(duplicates: QuerySet[DuplicatePair], one: DuplicatePair) -> DuplicatePair | None:
    """What comes after it; after the last one, the first."""
    others = duplicates.exclude(pk=one.pk)
    return others.exclude(_before(one)).first() or others.first()


def _before(one: DuplicatePair) -> Q:
    return Q(weight__gt=one.weight) | Q(weight=one.weight, pk__lt=one.pk)
