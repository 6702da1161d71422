"""The guide to help, and the forms by which people tell us that something is wrong or a trap (floor 3)."""

from csp.decorators import csp_replace
from django.forms import HiddenInput
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from portal.accounts.visits import current_holder
from portal.core.heads import PublicHead, addresses, paths_in_every_language
from portal.core.languages import language

from .forms import ReportForm, new_token
from .models import NOT_OFFERED, OfficialChannel, ReportKind
from .services import submit_report

# A page with this policy may start the worker that keeps the guides on a telephone; no other page may.
may_keep_a_copy = csp_replace({"worker-src": ["'self'"]})


@method_decorator(may_keep_a_copy, name="dispatch")
class HelpView(TemplateView):
    """Who helps with what; the same for everybody, without script."""

    template_name = "support/help.html"
    extra_context = {"current": "help"}

    def get_context_data(self, **kwargs) -> dict:
        """Add what search engines may know."""
        head = PublicHead(
            title=_("Help"),
            description=_(
                "What kinds of help there are for families of missing people and for survivors, and who gives them. "
                "All of it is free."
            ),
            addresses=addresses(self.request, paths_in_every_language("support:help")),
        )
        return {**super().get_context_data(**kwargs), "head": head, "official": _official()}


class ReportView(FormView):
    """One form, with words by kind before it. What is answered never depends on what is known here."""

    form_class = ReportForm
    template_name = "support/report.html"

    def dispatch(self, request, *args, **kwargs):
        """Answer 404 for a kind there is not."""
        self.kind = _kind(kwargs["kind"])
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict:
        """A random key, so that a double click makes one report."""
        return {"token": new_token()}

    def get_form(self, form_class=None) -> ReportForm:
        """A mistake in the wording belongs to no registration: the reference number is not asked for."""
        form = super().get_form(form_class)
        if self.kind == ReportKind.WORDING:
            form.fields["reference"].widget = HiddenInput()
        return form

    def get_context_data(self, **kwargs) -> dict:
        """Add the kind, whose words the template holds, and which channels are really ours."""
        official = _official() if self.kind == ReportKind.MONEY else []
        context = {"kind": self.kind, "current": "help", "official": official}
        return {**super().get_context_data(**kwargs), **context}

    def form_valid(self, form) -> HttpResponse:
        """Keep it, then say so on a page that may be loaded again."""
        submit_report(
            kind=self.kind,
            language=language(get_language()).code,
            holder=current_holder(self.request),
            **form.cleaned_data,
        )
        return redirect("support:thanks", kind=self.kind)


class ThanksView(TemplateView):
    """It has arrived. Holds nothing of what was written."""

    template_name = "support/thanks.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the kind."""
        return {**super().get_context_data(**kwargs), "kind": _kind(self.kwargs["kind"]), "current": "help"}


def _kind(text: str) -> str:
    if text not in ReportKind.values or text in NOT_OFFERED:
        raise Http404
    return text


def _official() -> list[dict]:
    """The operator's list, as facts."""
    live = OfficialChannel.objects.live()
    return [{"label": channel.get_kind_display(), "value": channel.value, "style": "reference"} for channel in live]
