"""Transfers of detained persons: which there were, one with the records in it, and a new one (floor 7)."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, ListView

from portal.detainees.access import access_transfer, unsealed_to
from portal.detainees.entry_forms import NumbersForm, TransferForm
from portal.detainees.models import DetaineeRecord, Transfer
from portal.detainees.services.transfers import Added, NameTaken, add_records, add_transfer
from portal.office.permissions import LIST_READERS, RolesMixin

from .one_form import ONE_FORM

_PER_PAGE = 100


class TransfersView(RolesMixin, ListView):
    """All transfers, the latest entered first."""

    roles = LIST_READERS
    template_name = "office/transfers/list.html"
    context_object_name = "transfers"
    paginate_by = 50
    queryset = Transfer.objects.select_related("source").order_by("-entered_at", "pk")
    extra_context = {"current": "lists"}


class NewTransferView(RolesMixin, FormView):
    """A transfer, still without records."""

    roles = LIST_READERS
    form_class = TransferForm
    template_name = ONE_FORM
    extra_context = {
        "current": "lists",
        "title": gettext_lazy("Add a transfer"),
        "button": gettext_lazy("Save"),
        "back_url": reverse_lazy("office:transfers"),
        "back_label": gettext_lazy("Transfers"),
    }

    def form_valid(self, form) -> HttpResponse:
        """Add it and lead to its page."""
        try:
            transfer = add_transfer(user=self.request.user, **form.cleaned_data)
        except NameTaken:
            form.add_error("label", _("This source has a transfer of this name already."))
            return self.form_invalid(form)
        return redirect("office:transfer", key=transfer.pk)

    def form_invalid(self, form) -> HttpResponse:
        """The form with what is missing, and everything typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class TransferView(RolesMixin, View):
    """One transfer with the numbers of its records, never a name; and more numbers to add."""

    roles = LIST_READERS

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show it."""
        transfer = access_transfer(key, user=request.user, purpose="transfer")
        return self._page(request, transfer, NumbersForm(initial={"source": transfer.source_id}))

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Add records, and say which numbers nobody knows."""
        transfer = access_transfer(key, user=request.user, purpose="transfer")
        form = NumbersForm(request.POST)
        if not form.is_valid():
            return self._page(request, transfer, form, status=422)
        added = add_records(transfer=transfer, user=request.user, **form.cleaned_data)
        again = NumbersForm(initial={"source": form.cleaned_data["source"], "numbers": "\n".join(added.unknown)})
        return self._page(request, transfer, again, added=added)

    def _page(
        self,
        request: HttpRequest,
        transfer: Transfer,
        form: NumbersForm,
        *,
        added: Added | None = None,
        status: int = 200,
    ) -> HttpResponse:
        # Who is sealed to the reader is neither listed nor counted.
        inside = DetaineeRecord.objects.filter(
            unsealed_to(request.user), custodyentry_rows__in=transfer.custody_entries.live()
        )
        page = Paginator(inside.select_related("source").distinct().order_by("external_id"), _PER_PAGE).get_page(
            request.GET.get("page", "")[:6]
        )
        context = {
            "current": "lists",
            "transfer": transfer,
            "about": _about(transfer),
            "form": form,
            "added": added,
            "page_obj": page,
            "records": page,
        }
        return render(request, "office/transfers/detail.html", context, status=status)


def _about(transfer: Transfer) -> list[dict]:
    """Where it comes from, in the order of reading."""
    ways = (
        (_("From where"), transfer.from_place, transfer.from_known),
        (_("To where"), transfer.to_place, transfer.to_known),
    )
    places = [
        {"label": label, "value": " · ".join(part for part in (said, known.path if known else "") if part)}
        for label, said, known in ways
    ]
    when = {"label": _("When"), "value": transfer.when, "style": "date"}
    return [*places, when, {"label": _("Source"), "value": transfer.source.name}]
