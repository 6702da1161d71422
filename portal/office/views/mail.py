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
from portal.core.fields import DigitsField
from portal.notifications.enums import ChannelKind
from portal.notifications.models import StaffAddress
from portal.notifications.senders import is_connected
from portal.notifications.services.staff_addresses import ALERTED, TooManyCodes, prove_address, set_address
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
        if StaffAddress.objects.filter(user=cast(User, self.request.user), proven_at__isnull=True).exists():
            more.append(_("Your address is not proven yet. Save it again to get a code."))
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
        """Keep it; a new address is proven next."""
        try:
            address = set_address(user=cast(User, self.request.user), **form.cleaned_data)
        except PermissionDenied:
            form.add_error("value", _("Alerts are sent to you, so an address is needed. You can write another one."))
            return self.form_invalid(form)
        except TooManyCodes:
            form.add_error("value", _("Too many codes were sent today. Please try again tomorrow."))
            return self.form_invalid(form)
        if address and not address.proven_at and is_connected(ChannelKind.EMAIL):
            return redirect("office:mail-code")
        messages.success(self.request, _("Saved"))
        return redirect("office:mail")


class CodeForm(forms.Form):
    """The code that was sent."""

    code = DigitsField(
        label=gettext_lazy("The code from the mail"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "input", "dir": "ltr", "inputmode": "numeric", "autocomplete": "one-time-code"}
        ),
    )

    def clean_code(self) -> str:
        """Without the spaces that a mail program may add."""
        return "".join(self.cleaned_data["code"].split())


class MailCodeView(RolesMixin, FormView):
    """The code from the mail: from then on mails go to the new address."""

    roles = OFFICE_ROLES
    form_class = CodeForm
    request: HttpRequest

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Only where an address waits for it."""
        waits = StaffAddress.objects.filter(user=cast(User, request.user), proven_at__isnull=True).exists()
        return super().get(request, *args, **kwargs) if waits else redirect("office:mail")

    def render_to_response(self, context, **kwargs) -> HttpResponse:
        """Show the form, and what holds until then."""
        return one_form(
            self.request,
            context["form"],
            current="day",
            title=_("Prove your e-mail address"),
            lead=_("We sent a code to your new address. Mails go there once you have entered it here."),
            more=_(
                "Until then they go to the address before, if there was one. To get a new code, save the address again."
            ),
            button=_("Save"),
            back=reverse("office:mail"),
            back_label=_("Mails from the office"),
        )

    def form_valid(self, form) -> HttpResponse:
        """Compare it."""
        if not prove_address(user=cast(User, self.request.user), code=form.cleaned_data["code"]):
            form.add_error(
                "code", _("This is not the code, or it was tried too often. To get a new one, save the address again.")
            )
            return self.form_invalid(form)
        messages.success(self.request, _("Your address is proven. Mails go there from now on."))
        return redirect("office:mail")
