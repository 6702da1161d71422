"""Messages that did not arrive: a person finds another way, so that nobody is left in silence (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from portal.notifications.enums import PROBLEMS, SOME_PROBLEM
from portal.notifications.models import Delivery
from portal.notifications.services.failures import AlreadyHandled, handle_failure
from portal.office.permissions import FILES, RolesMixin, actor_of, for_roles
from portal.registry.need import check_row, open_to


class UndeliveredView(RolesMixin, ListView):
    """What did not arrive, the oldest first. No address is shown here: it stands in the file, where reads are noted."""

    roles = FILES
    template_name = "office/undelivered.html"
    context_object_name = "deliveries"
    paginate_by = 50

    def get_queryset(self):
        """With the registrations of whoever was not reached."""
        waiting = open_to(self.request.user, Delivery.objects.undelivered().select_related("channel", "entry__holder"))
        return waiting.prefetch_related("entry__holder__registrations").order_by("created_at")

    def get_context_data(self, **kwargs) -> dict:
        """Add the reason in words."""
        context = {**super().get_context_data(**kwargs), "current": "files"}
        for delivery in context["deliveries"]:
            delivery.reason = PROBLEMS.get(delivery.problem, SOME_PROBLEM)
        return context


@require_POST
@for_roles(FILES)
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """A person has dealt with it."""
    delivery = check_row(Delivery.objects.all(), key, user=request.user)
    try:
        handle_failure(delivery=delivery, actor=actor_of(request))
        messages.success(request, _("Saved"))
    except AlreadyHandled:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:undelivered")
