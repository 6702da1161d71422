"""Figures of the office month by month, as page and as file, and how figures become public (floor 7; R-11)."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from portal.core.digits import write_date
from portal.core.languages import language
from portal.core.refusing import Refused
from portal.core.spreadsheets import Cell, csv_file, xlsx_file
from portal.figures import services
from portal.figures.access import access_figures
from portal.figures.enums import PublishingState
from portal.figures.models import PublicFigures
from portal.figures.permissions import can_publish
from portal.figures.showing import in_all, shown_stages, shown_tables, withheld
from portal.matching.models import OfficeFigures
from portal.office.permissions import FIGURES, PUBLISHERS, RolesMixin, actor_of, ask_again, for_roles

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ACTS: dict[str, Callable[..., None]] = {
    "ask": services.ask_to_publish,
    "approve": services.approve,
    "refuse": services.refuse,
    "withdraw": services.withdraw,
}


class FiguresView(RolesMixin, TemplateView):
    """The figures of one month, the newest without a key. There is nothing to filter by: R-11."""

    roles = FIGURES
    template_name = "office/figures/month.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the tables, and the other months."""
        key = self.kwargs.get("key")
        figures = access_figures(OfficeFigures.objects.all(), user=self.request.user, key=key)
        if figures is None and key:
            raise Http404
        context = {**super().get_context_data(**kwargs), "current": "figures", "figures": figures}
        if figures is not None:
            context |= {
                "tables": shown_tables(figures),
                "withheld": withheld(figures),
                "in_all": in_all(figures),
                "stages": shown_stages(figures.stages),
            }
        return {**context, "months": OfficeFigures.objects.only("pk", "month")}


@require_safe
@for_roles(FIGURES)
def take(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """Hand out the figures of a month as CSV or XLSX."""
    if form not in ("csv", "xlsx"):
        raise Http404
    figures = access_figures(OfficeFigures.objects.all(), user=request.user, key=key, is_taken=True)
    if figures is None:
        raise Http404
    name, title = f"figures-{figures.month:%Y-%m}", str(_("Figures"))
    if form == "csv":
        response = HttpResponse(csv_file(_rows(figures)), content_type="text/csv; charset=utf-8")
    else:
        is_mirrored = language(get_language()).direction == "rtl"
        response = HttpResponse(xlsx_file(_rows(figures), title=title, right_to_left=is_mirrored), content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _rows(figures: OfficeFigures) -> Iterator[list[Cell]]:
    """One line per cell; what is fewer than ten stands there in words, so that nobody takes it for nought."""
    yield [_("Month"), write_date(figures.month, "YEAR_MONTH_FORMAT")]
    yield [_("Every figure is a multiple of 10, rounded down: at least so many.")]
    yield [_("Table"), _("What"), _("How many")]
    for table in [*shown_tables(figures), shown_stages(figures.stages)]:
        for line in table.lines:
            yield [str(table.title), str(line.label), line.told or _("fewer than 10")]
        for label in table.few:
            yield [str(table.title), str(label), _("fewer than 10")]


class PublicFiguresView(RolesMixin, TemplateView):
    """The newest figures for the public, as they would be shown, and where they stand."""

    roles = FIGURES
    template_name = "office/figures/public.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the tables, and what this person may do."""
        figures = access_figures(PublicFigures.objects.select_related("asked_by"), user=self.request.user)
        context = {**super().get_context_data(**kwargs), "current": "figures", "figures": figures}
        if figures is None:
            return context
        shown, user = PublicFigures.objects.shown(), self.request.user
        acts = {}
        if can_publish(user):
            is_own = figures.asked_by_id == user.pk
            acts = {
                "may_ask": figures.state == PublishingState.COUNTED,
                "may_answer": figures.state == PublishingState.WAITING and not is_own,
                "may_withdraw": shown,
            }
        return {
            **context,
            **acts,
            "tables": shown_tables(figures),
            "withheld": withheld(figures),
            "in_all": in_all(figures),
            "shown": shown,
        }


@require_POST
@for_roles(PUBLISHERS)
def publish(request: HttpRequest, key: UUID, act: str) -> HttpResponse:
    """Ask for publishing, answer as the second person with a fresh proof, or withdraw."""
    if act not in _ACTS:
        raise Http404
    figures = get_object_or_404(PublicFigures, pk=key)
    if act == "approve" and (again := ask_again(request, reverse("office:figures-public"))):
        return again
    try:
        _ACTS[act](figures=figures, user=request.user, actor=actor_of(request))
    except Refused as refused:
        services.note_refused(figures=figures, act=act, actor=actor_of(request))
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Saved"))
    return redirect("office:figures-public")
