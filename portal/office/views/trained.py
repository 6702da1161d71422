"""Who may open sealed notes: a supervisor vouches for a colleague, for some months (floor 7; R-06)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from portal.accounts.enums import TRAINED_ROLES
from portal.accounts.models import TrainedGrant, User
from portal.accounts.services.training import MONTHS, NotForTheirRole, grant_trained, revoke_trained
from portal.office.permissions import TRAINERS, RolesMixin, ask_again, for_roles

_TIMES = {3: gettext_lazy("Three months"), 6: gettext_lazy("Six months"), 12: gettext_lazy("One year")}


class TrainedForm(forms.Form):
    """For how long a colleague may open sealed notes."""

    months = forms.TypedChoiceField(
        label=gettext_lazy("For how long?"),
        coerce=int,
        choices=[(count, _TIMES[count]) for count in MONTHS],
        widget=forms.Select(attrs={"class": "input"}),
    )


class TrainedView(RolesMixin, TemplateView):
    """Everybody who works with families, with the date until which each may open sealed notes."""

    roles = TRAINERS
    template_name = "office/trained.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the people, those with a grant first, and a form for each."""
        grants = {one.user_id: one for one in TrainedGrant.objects.live().select_related("granted_by")}
        people = [
            {
                "person": person,
                "grant": grants.get(person.pk),
                "is_oneself": person == self.request.user,
                "form": TrainedForm(auto_id=f"{person.pk.hex}_%s"),
            }
            for person in _colleagues()
        ]
        people.sort(key=lambda row: row["grant"] is None)
        return {**super().get_context_data(**kwargs), "current": "day", "people": people}


@require_POST
@for_roles(TRAINERS)
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Vouch for a colleague, or take it back, after a fresh proof."""
    back = reverse("office:trained")
    if again := ask_again(request, back):
        return again
    person = get_object_or_404(_colleagues(), pk=key)
    by = get_object_or_404(User, pk=request.user.pk)
    try:
        if "end" in request.POST:
            revoke_trained(user=person, by=by)
            messages.success(request, _("Saved. It holds from the next page on."))
            return redirect(back)
        form = TrainedForm(request.POST)
        if form.is_valid():
            grant_trained(user=person, months=form.cleaned_data["months"], by=by)
            messages.success(request, _("Saved. It holds from the next page on."))
        else:
            messages.error(request, _("Please say for how long."))
    except (PermissionDenied, NotForTheirRole):
        messages.error(request, _("Nobody vouches for herself or himself. Another supervisor can."))
    return redirect(back)


def _colleagues():
    """Active people with a role in which they speak with families."""
    held = {"role_grants__role__in": TRAINED_ROLES, "role_grants__revoked_at__isnull": True}
    return User.objects.filter(is_active=True, **held).distinct().order_by("username")
