"""Public pages that are no pages of Wagtail: proceedings, with facts and what organizations report, figures, and the
guides on one page to be kept on a telephone."""

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django.views.generic import DetailView, ListView, TemplateView

from portal.core.languages import language
from portal.figures.models import PublicFigures
from portal.figures.showing import in_all, shown_tables, withheld
from portal.proceedings.models import Fact, Proceeding
from portal.support.views import may_keep_a_copy

from .guides import guides, newest_change
from .heads import figures_head, list_head, proceeding_head
from .offline import worker_script


class ProceedingList(ListView):
    """All public proceedings, those with the newest news first, some on a page."""

    template_name = "proceedings/index.html"
    context_object_name = "proceedings"
    paginate_by = 20
    page_kwarg = "n"

    def get_queryset(self):
        """Together with their courts."""
        news_first = F("last_news_on").desc(nulls_last=True)
        return Proceeding.objects.public().select_related("court").order_by(news_first, "slug")

    def paginate_queryset(self, queryset, page_size):
        """A page number that is none, or beyond the last, leads to the first page instead of an error."""
        paginator = self.get_paginator(queryset, page_size)
        number = self.request.GET.get(self.page_kwarg, "1")
        is_known = number.isascii() and number.isdigit() and len(number) < 6 and 1 <= int(number) <= paginator.num_pages
        page = paginator.page(int(number) if is_known else 1)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs) -> dict:
        """Add what search engines may know."""
        context = super().get_context_data(**kwargs)
        return {**context, "head": list_head(self.request, number=context["page_obj"].number)}


@method_decorator(vary_on_headers("Save-Data"), name="dispatch")
class ProceedingDetail(DetailView):
    """One proceeding."""

    template_name = "proceedings/detail.html"
    context_object_name = "proceeding"

    def get_queryset(self):
        """Together with court and facts."""
        facts = Prefetch("facts", queryset=Fact.objects.order_by("order"))
        return Proceeding.objects.public().select_related("court__country").prefetch_related(facts)

    def get_context_data(self, **kwargs) -> dict:
        """Add what search engines may know."""
        return {**super().get_context_data(**kwargs), "head": proceeding_head(self.request, self.object)}


class FiguresPage(TemplateView):
    """The newest figures that two people let become public. It takes nothing from the address: R-11."""

    template_name = "figures/index.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the figures, where there are any, and what search engines may know."""
        context = {**super().get_context_data(**kwargs), "head": figures_head(self.request)}
        figures = PublicFigures.objects.shown()
        if figures is None:
            return context
        tables = shown_tables(figures)
        return {
            **context,
            "figures": figures,
            "tables": tables,
            "withheld": withheld(figures),
            "in_all": in_all(figures),
        }


def offline_context() -> dict:
    """What the page to be kept consists of, in the reader's language."""
    found = guides(language=language(get_language()).code)
    return {
        "guides": found,
        "changed_at": newest_change(found),
        "without_pictures": True,
        # No form stands on what is kept.
        "is_kept": True,
    }


@method_decorator(may_keep_a_copy, name="dispatch")
class OfflinePage(TemplateView):
    """All guides and what to do in danger on one page: to be kept, saved or printed."""

    template_name = "pages/offline.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the guides."""
        return {**super().get_context_data(**kwargs), **offline_context()}


@require_safe
def offline_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the page. It may act below its own address only, where nothing else is."""
    page = render_to_string(OfflinePage.template_name, offline_context(), request)
    return HttpResponse(worker_script(language=language(get_language()).code, page=page.encode()), "text/javascript")
