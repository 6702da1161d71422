"""What one family lets us give to whom, and asking it (floor 7; R-100, R-106)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView

from portal.office.permissions import FILES, RolesMixin, actor_of
from portal.office.recipient_forms import AskToGiveForm
from portal.registry.access import access_registration, registration_to_move
from portal.registry.enums import ReadPurpose
from portal.registry.models import ConsentQuestion, Registration
from portal.registry.services.giving import CannotBeAsked, ask_to_give
from portal.registry.told import told_agreements


class GivingView(RolesMixin, FormView):
    """The answers of one family about each recipient, and the form that asks about a further one."""

    roles = FILES
    form_class = AskToGiveForm
    template_name = "office/giving/detail.html"

    def _file(self) -> Registration:
        """The file; not for who may read it in an emergency alone, because nothing is given away in one."""
        registration_to_move(self.kwargs["key"], user=self.request.user)
        return access_registration(self.kwargs["key"], user=self.request.user, purpose=ReadPurpose.CASEWORK)

    def get_context_data(self, **kwargs) -> dict:
        """Add what the family answered and which questions wait."""
        registration = self._file()
        return {
            **super().get_context_data(**kwargs),
            "current": "files",
            "file": registration,
            "agreements": told_agreements(registration),
            "questions": ConsentQuestion.objects.open().filter(registration=registration).select_related("recipient"),
        }

    def form_valid(self, form) -> HttpResponse:
        """Ask the family."""
        key, user, registration = self.kwargs["key"], self.request.user, self._file()
        said = form.cleaned_data
        try:
            ask_to_give(
                registration=registration,
                recipient=said["recipient"],
                data_classes=said["classes"],
                user=user,
                actor=actor_of(self.request),
            )
            messages.success(
                self.request, _("The question stands on the family’s page. Nothing is given before a yes.")
            )
        except CannotBeAsked:
            messages.error(self.request, _("This family cannot be asked: it has no open page here."))
        return redirect("office:giving", key=key)
