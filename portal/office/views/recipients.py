"""Those to whom families may let information be given, as administrators keep them (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView

from portal.office.permissions import PEOPLE, RolesMixin, actor_of, ask_again, for_roles
from portal.office.recipient_forms import NewRecipientForm
from portal.organizations.models import Recipient
from portal.organizations.services import add_recipient, confirm_recipient, end_recipient

from .one_form import ONE_FORM


class RecipientsView(RolesMixin, ListView):
    """All recipients, those that are given nothing any more last."""

    roles = PEOPLE
    template_name = "office/recipients/list.html"
    context_object_name = "recipients"
    paginate_by = 50
    extra_context = {"current": "recipients"}
    queryset = Recipient.objects.order_by("-is_active", F("confirmed_at").asc(nulls_first=True), "name")


class NewRecipientView(RolesMixin, FormView):
    """Add a recipient, with a fresh proof: what stands here is what families are warned of."""

    roles = PEOPLE
    needs_fresh = True
    form_class = NewRecipientForm
    template_name = ONE_FORM
    extra_context = {
        "current": "recipients",
        "title": gettext_lazy("Add a recipient"),
        "lead": gettext_lazy("Write plainly what giving may lead to. A mother reads it before she decides."),
        "button": gettext_lazy("Add a recipient"),
        "back_url": reverse_lazy("office:recipients"),
        "back_label": gettext_lazy("Recipients"),
    }

    def form_valid(self, form) -> HttpResponse:
        """Add it."""
        add_recipient(actor=actor_of(self.request), **form.cleaned_data)
        messages.success(
            self.request, _("The recipient was added. A second person has to confirm it before any family is asked.")
        )
        return redirect("office:recipients")


@require_POST
@for_roles(PEOPLE)
def confirm(request: HttpRequest, key: UUID) -> HttpResponse:
    """Confirm as the second person what families will read."""
    again = ask_again(request, reverse("office:recipients"))
    if again:
        return again
    try:
        confirm_recipient(recipient=get_object_or_404(Recipient, pk=key), actor=actor_of(request))
        messages.success(request, _("Saved"))
    except PermissionDenied:
        messages.error(request, _("You added it yourself. Another person has to confirm it."))
    return redirect("office:recipients")


@require_POST
@for_roles(PEOPLE)
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it nothing any more."""
    again = ask_again(request, reverse("office:recipients"))
    if again:
        return again
    end_recipient(recipient=get_object_or_404(Recipient, pk=key), actor=actor_of(request))
    messages.success(request, _("Saved"))
    return redirect("office:recipients")
