"""Where a member of staff is written to, and whether also about tasks (floor 7; ADR 0031)."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from portal.accounts.enums import OFFICE_ROLES
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.notifications.enums import ChannelKind
from portal.notifications.models import StaffAddress
from portal.notifications.senders import is_connected
from portal.notifications.services.staff import ALERTED, set_address
from portal.office.permissions import RolesMixin

from .one_form import one_form

_NO_ADDRESS = gettext_lazy("Please write the whole address, for example name@example.org.")


class MailForm(forms.Form):
    """An address, and a switch for tasks. Alerts have none."""

    value = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"class": "input", "dir": "ltr", "autocomplete": "email"}),
        error_messages={"invalid": _NO_ADDRESS, "max_length": _NO_ADDRESS},
    )
    wants_tasks = forms.BooleanField(label=gettext_lazy("Write to me also when a task waits for me"), required=False)


class MailView(RolesMixin, FormView):
    """One form; a proof is asked, because alerts go where it says."""

    roles = OFFICE_ROLES
    form_class = MailForm
    needs_fresh = True
    request: HttpRequest

    def get_initial(self) -> dict:
        """What is kept now."""
        kept = StaffAddress.objects.filter(user=cast(User, self.request.user)).first()
        return {"value": kept.value if kept else "", "wants_tasks": kept.wants_tasks if kept else True}

    def render_to_response(self, context, **kwargs) -> HttpResponse:
        """Show the form, and what is sent."""
        lead = _("A mail says only that something waits, and where to sign in: no name, no number, no subject.")
        more = []
        if has_role(self.request.user, *ALERTED):
            more.append(_("Alerts are always sent to your address; they cannot be switched off."))
        if not is_connected(ChannelKind.EMAIL):
            more.append(_("This portal sends no mails at present."))
        return one_form(
            self.request,
            context["form"],
            current="day",
            title=_("Mails from the office"),
            lead=lead,
            more=" ".join(more),
            button=_("Save"),
            back=reverse("mfa_index"),
            back_label=_("Your account"),
        )

    def form_valid(self, form) -> HttpResponse:
        """Keep it."""
        try:
            set_address(user=cast(User, self.request.user), **form.cleaned_data)
        except PermissionDenied:
            form.add_error("value", _("Alerts are sent to you, so an address is needed. You can write another one."))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved"))
        return redirect("office:mail")
