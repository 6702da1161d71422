"""Who opens which screen of the office (floor 7). The gate in accounts has checked sign-in and second factor before."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from portal.accounts.enums import Role
from portal.accounts.permissions import actor_of as actor_of
from portal.accounts.permissions import has_role, is_trained
from portal.accounts.second_factor import is_fresh
from portal.detainees.access import LIST_KEEPERS as LIST_KEEPERS
from portal.detainees.access import LIST_READERS as LIST_READERS
from portal.figures.permissions import PUBLISHERS as FIGURE_PUBLISHERS
from portal.figures.permissions import READERS as FIGURE_READERS
from portal.matching.permissions import CHECKERS, EXPORT_APPROVERS, EXPORT_ASKERS, READERS, TELLERS
from portal.referrals.permissions import ASKERS as EXTRACT_ASKERS
from portal.referrals.permissions import EXTRACT_APPROVERS
from portal.registry.services.reviews import REVIEWERS
from portal.registry.services.teams import KEEPERS

PEOPLE = frozenset({Role.ADMINISTRATOR})
TEAMS = frozenset(KEEPERS)
REPORTS = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
FILES = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
RECOVERY_APPROVERS = frozenset({Role.SUPERVISOR})
TRAINERS = frozenset({Role.SUPERVISOR})
CONSENT_REVIEWERS = frozenset(REVIEWERS)
HOLDS = frozenset({Role.SUPERVISOR})
AUDIT = frozenset({Role.AUDITOR})
PLANTED = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
PLANTERS = frozenset({Role.ADMINISTRATOR})
ALERTS = frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
EXPORTS = frozenset({*EXPORT_ASKERS, *EXPORT_APPROVERS})
EXTRACTS = frozenset({*EXTRACT_ASKERS, *EXTRACT_APPROVERS})
EXTRACT_ANSWERS = frozenset(EXTRACT_APPROVERS)
TALKS = frozenset({*TELLERS, *READERS})
RECORD_CHECKS = frozenset(CHECKERS)
FIGURES = frozenset(FIGURE_READERS)
PUBLISHERS = frozenset(FIGURE_PUBLISHERS)


def for_roles(roles: frozenset[str]) -> Callable:
    """Let only these roles pass to a function view; everybody else gets 403."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not has_role(request.user, *roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate


def for_trained(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only trained people pass to a function view; for everybody else there is no such page."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_trained(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return checked


def ask_again(request: HttpRequest, back: str) -> HttpResponse | None:
    """Return a redirect to the question "Is it still you?", or None where the proof is fresh."""
    if is_fresh(request):
        return None
    return redirect(f"/staff/2fa/reauthenticate/?{urlencode({'next': back})}")


class RolesMixin:
    """A class-based view for some roles only; `needs_fresh` asks for a proof not older than five minutes."""

    roles: frozenset[str] = frozenset()
    needs_fresh = False
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """Refuse, ask again, or pass on."""
        if not has_role(request.user, *self.roles):
            raise PermissionDenied
        again = ask_again(request, request.path) if self.needs_fresh else None
        return again or super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
