"""The search of staff: one box, sent by POST so that no name stands in an address (floor 7)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from portal.accounts.permissions import has_role
from portal.matching.forms import SearchForm
from portal.matching.permissions import SEARCHERS
from portal.matching.search import Found, search_people
from portal.office.permissions import FILES, RolesMixin

# In the session: for what this person searches, asked once a visit.
_PURPOSE = "search_purpose"


class SearchView(RolesMixin, View):
    """An empty box, or what was found."""

    roles = frozenset(SEARCHERS)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The box, with the purpose of this visit."""
        return self._page(request, SearchForm(initial={"purpose": request.session.get(_PURPOSE, "")}), None)

    def post(self, request: HttpRequest) -> HttpResponse:
        """The results, best first."""
        form = SearchForm(request.POST)
        if not form.is_valid():
            return self._page(request, form, None, status=422)
        asked = {**form.cleaned_data}
        if request.session.get(_PURPOSE) != asked["purpose"]:
            request.session[_PURPOSE] = asked["purpose"]
        return self._page(request, form, search_people(text=asked.pop("q"), user=request.user, **asked))

    def _page(self, request: HttpRequest, form: SearchForm, found: Found | None, status: int = 200) -> HttpResponse:
        opens_files = has_role(request.user, *FILES)
        asks_more = any(form[name].value() for name in ("mother", "place", "first_year", "last_year"))
        context = {
            "form": form,
            "found": found,
            "current": "search",
            "opens_files": opens_files,
            "asks_more": asks_more or bool(form.errors),
        }
        return render(request, "office/pairs/search.html", context, status=status)
