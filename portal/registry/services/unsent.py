"""What she typed when her page had already closed: kept sealed, shown again after her code (floor 5).

It is never sent by itself: whoever sits at the device then can put words here, and change or read nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.registry.models import Registration, UnsentWords

# Fields and characters kept at most: a page has fewer.
_FIELDS, _CHARACTERS = 40, 4000


@transaction.atomic
def keep_unsent(*, registration: Registration, place: str, typed: dict[str, list[str]]) -> None:
    """Keep the fields of one place of her page, in place of what was kept before."""
    UnsentWords.objects.filter(registration=registration).delete()
    some = list(typed.items())[:_FIELDS]
    fields = {name[:60]: [_storable(value) for value in values[:_FIELDS]] for name, values in some}
    UnsentWords.objects.create(key_id=registration.key_id, registration=registration, place=place[:40], typed=fields)


def unsent_place(registration: Registration) -> str:
    """Return the place for which something is kept, or empty text."""
    return UnsentWords.objects.filter(registration=registration).values_list("place", flat=True).first() or ""


def unsent_for(*, registration: Registration, place: str) -> dict[str, list[str]] | None:
    """Return the fields kept for a place, or None."""
    kept = UnsentWords.objects.filter(registration=registration, place=place).first()
    return kept.typed if kept else None


def drop_unsent(*, registration: Registration) -> None:
    """Forget what was kept: it was sent, or its time is over."""
    UnsentWords.objects.filter(registration=registration).delete()


def drop_old_unsent() -> int:
    """Forget what nobody came back to for DRAFT_DAYS; return how much. For run_periodic."""
    limit = timezone.now() - timedelta(days=settings.DRAFT_DAYS)
    return UnsentWords.objects.filter(kept_at__lt=limit).delete()[0]


def _storable(text: str) -> str:
    """Lone surrogates cannot be written as UTF-8; the form will say that a sign is unreadable."""
    return text[:_CHARACTERS].encode(errors="replace").decode()
