"""Public pages about proceedings: facts with source and date, and beside them what organizations report."""

from django.db.models import F, Prefetch
from django.views.generic import DetailView, ListView

from portal.proceedings.models import Fact, Proceeding

from .heads import list_head, proceeding_head


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
