"""Reading and judging records of one side that may be about one person (floor 7). Nothing is merged, ever."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from portal.core.counting import MOST_COUNTED
from portal.core.refusing import Refused
from portal.matching.access import access_duplicate
from portal.matching.drawing import timeline, waterfall
from portal.matching.enums import QueueOrder
from portal.matching.forms import DuplicateForm
from portal.matching.models import DuplicatePair
from portal.matching.permissions import READERS
from portal.matching.queues import DUPLICATE_QUEUES, beside, duplicate_queue, following, length
from portal.matching.services.duplicates import judge_duplicate
from portal.matching.sides import read_duplicate
from portal.office.permissions import RolesMixin, actor_of

from .bench import neighbours
from .pairs_queue import QUEUE_SIZE

# In the session: which list this person reads, and which two she or he judged last.
_READING = "duplicates_reading"
_JUDGED = "duplicates_judged"


class DuplicatesView(RolesMixin, ListView):
    """What waits, heaviest first, without a single name."""

    roles = frozenset(READERS)
    template_name = "office/duplicates/list.html"
    context_object_name = "duplicates"
    paginate_by = 50

    def get_queryset(self):
        """The chosen list."""
        asked = self.request.GET.get("show", "")
        self.chosen = asked if asked in DUPLICATE_QUEUES else next(iter(DUPLICATE_QUEUES))
        if self.request.session.get(_READING) != self.chosen:
            self.request.session[_READING] = self.chosen
        return duplicate_queue(self.chosen, user=self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        """Add the lists with their counts."""
        user = self.request.user
        tabs = [
            {"name": name, "label": label, "count": duplicate_queue(name, user=user).count()}
            for name, label in DUPLICATE_QUEUES.items()
        ]
        chosen = {"chosen": self.chosen, "label": DUPLICATE_QUEUES[self.chosen]}
        return {**super().get_context_data(**kwargs), **chosen, "tabs": tabs, "current": "pairs"}


class DuplicateView(RolesMixin, View):
    """Both records, the reasons, and the judgement."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the two."""
        return self._page(request, access_duplicate(key, user=request.user), DuplicateForm())

    def post(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Save what one person says."""
        duplicate = access_duplicate(key, user=request.user)
        form = DuplicateForm(request.POST)
        if not form.is_valid():
            return self._page(request, duplicate, form, status=422)
        try:
            judge_duplicate(duplicate=duplicate, user=request.user, actor=actor_of(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(request, duplicate, form, status=409)
        messages.success(request, _("Your judgement is saved."))
        request.session[_JUDGED] = str(duplicate.pk)
        after = following(duplicate_queue(_reading(request), user=request.user), duplicate, QueueOrder.WEIGHT)
        return redirect("office:duplicate", after.pk) if after else redirect("office:duplicates")

    def _page(
        self, request: HttpRequest, duplicate: DuplicatePair, form: DuplicateForm, status: int = 200
    ) -> HttpResponse:
        sides = read_duplicate(duplicate)
        context = {
            **_bench(request, duplicate),
            "sides": sides,
            "times": timeline(sides.left.spans, sides.right.spans),
            "path": waterfall(duplicate.weight, duplicate.reasons),
            "form": form,
            "judgements": duplicate.judgements.select_related("reviewer").order_by("judged_at", "pk"),
        }
        return render(request, "office/duplicates/detail.html", context, status=status)


def _reading(request: HttpRequest) -> str:
    return request.session.get(_READING, "open")


def _bench(request: HttpRequest, duplicate: DuplicatePair) -> dict:
    """What the page of a duplicate shows beside it: the list that somebody reads, at the place where it stands."""
    chosen = _reading(request)
    duplicates = duplicate_queue(chosen, user=request.user)
    waiting = beside(duplicates, duplicate, QueueOrder.WEIGHT, QUEUE_SIZE)
    return {
        **neighbours(waiting, duplicate, "office:duplicate"),
        "duplicate": duplicate,
        "waiting_count": length(duplicates, waiting),
        "waiting_label": DUPLICATE_QUEUES[chosen],
        "most": MOST_COUNTED,
        "judged": request.session.get(_JUDGED),
        "current": "pairs",
    }
