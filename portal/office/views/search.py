"""The search of staff: one box, sent by POST so that no name stands in an address (floor 7)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from portal.accounts.permissions import has_role
from portal.detainees.access import READERS
from portal.matching.forms import SearchForm
from portal.matching.permissions import SEARCHERS
from portal.matching.search import Hit, search_people
from portal.office.permissions import FILES, RolesMixin


class SearchView(RolesMixin, View):
    """An empty box, or what was found."""

    roles = frozenset(SEARCHERS)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The box."""
        return self._page(request, SearchForm(), None)

    def post(self, request: HttpRequest) -> HttpResponse:
        """The results, best first."""
        form = SearchForm(request.POST)
        hits = search_people(text=form.cleaned_data["q"], user=request.user) if form.is_valid() else None
        return self._page(request, form, hits)

    def _page(self, request: HttpRequest, form: SearchForm, hits: list[Hit] | None) -> HttpResponse:
        opens_files = has_role(request.user, *FILES)
        opens_records = has_role(request.user, *READERS)
        context = {
            "form": form,
            "hits": hits,
            "current": "search",
            "opens_files": opens_files,
            "opens_records": opens_records,
        }
        return render(request, "office/pairs/search.html", context)
