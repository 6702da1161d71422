"""Whose registration it is: a reference opens nothing to anybody but its holder (floor 7)."""

from django.shortcuts import get_object_or_404

from portal.accounts.models import AccessHolder
from portal.registry.access import access_own_registration
from portal.registry.models import Registration


def own_registration(holder: AccessHolder, reference: str | None) -> Registration:
    """Return the holder's registration by its reference, or her latest; logged. Raises Http404 for any other."""
    if reference is None:
        return access_own_registration(holder=holder)
    known = get_object_or_404(Registration.objects.of_holder(holder).only("pk"), reference=reference)
    return access_own_registration(holder=holder, key=known.pk)
