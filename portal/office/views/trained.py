"""Who may open sealed notes, and who records of people who may be under 18: a supervisor vouches (floor 7; R-06)."""

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

from portal.accounts.colleagues import people_with
from portal.accounts.enums import ROLES_TRAINED_FOR, TrainedFor
from portal.accounts.models import TrainedGrant, User
from portal.accounts.services.training import NotForTheirRole, grant_trained, revoke_trained
from portal.office.forms import months_field
from portal.office.permissions import TRAINERS, RolesMixin, ask_again, for_roles


class TrainedForm(forms.Form):
    """For how long a colleague is named as trained."""

    months = months_field()


_WORDS = {
    TrainedFor.SEALED_NOTES: gettext_lazy(
        "Only they open sealed notes, and only they see which families wish that a trained person asks. "
        "You vouch that they are trained to hear what is hardest. It ends by itself, so that training is refreshed."
    ),
    TrainedFor.MINORS: gettext_lazy(
        "Only they open records of people who may be under 18; for everybody else these records are not there. "
        "You vouch that they know how a child is protected. It ends by itself, so that training is refreshed."
    ),
}


class TrainedView(RolesMixin, TemplateView):
    """Everybody who can be trained for one kind of thing, with the date until which each is."""

    roles = TRAINERS
    kind = TrainedFor.SEALED_NOTES
    template_name = "office/trained.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the people, those with a grant first, and a form for each."""
        live = TrainedGrant.objects.live().for_kind(self.kind).select_related("granted_by")
        grants = {one.user_id: one for one in live}
        people = [
            {
                "person": person,
                "grant": grants.get(person.pk),
                "is_oneself": person == self.request.user,
                "form": TrainedForm(auto_id=f"{person.pk.hex}_%s"),
            }
            for person in people_with(ROLES_TRAINED_FOR[self.kind])
        ]
        people.sort(key=lambda row: row["grant"] is None)
        return {**super().get_context_data(**kwargs), "current": "day", "people": people, **self._kind()}

    def _kind(self) -> dict:
        tabs = [
            {"label": kind.label, "url": reverse(f"office:{name}"), "is_current": kind == self.kind}
            for kind, name in _PAGES.items()
        ]
        return {"kind": self.kind, "words": _WORDS[self.kind], "tabs": tabs}


_PAGES = {TrainedFor.SEALED_NOTES: "trained", TrainedFor.MINORS: "trained-minors"}


@require_POST
@for_roles(TRAINERS)
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Vouch for a colleague, or take it back, after a fresh proof."""
    asked = request.POST.get("kind")
    kind = TrainedFor.MINORS if asked == TrainedFor.MINORS else TrainedFor.SEALED_NOTES
    back = reverse(f"office:{_PAGES[kind]}")
    if again := ask_again(request, back):
        return again
    person = get_object_or_404(people_with(ROLES_TRAINED_FOR[kind]), pk=key)
    by = get_object_or_404(User, pk=request.user.pk)
    try:
        if "end" in request.POST:
            revoke_trained(user=person, by=by, kind=kind)
            messages.success(request, _("Saved. It holds from the next page on."))
            return redirect(back)
        form = TrainedForm(request.POST)
        if form.is_valid():
            grant_trained(user=person, months=form.cleaned_data["months"], by=by, kind=kind)
            messages.success(request, _("Saved. It holds from the next page on."))
        else:
            messages.error(request, _("Please say for how long."))
    except (PermissionDenied, NotForTheirRole):
        messages.error(request, _("Nobody vouches for herself or himself. Another supervisor can."))
    return redirect(back)
