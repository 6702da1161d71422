"""What the words of a list mean: each is said once for its source (floor 7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import FormView

from portal.detainees import services
from portal.detainees.access import access_batch
from portal.detainees.enums import BatchState
from portal.detainees.forms import WordsForm
from portal.detainees.policies import ImpossibleStep, can_become
from portal.detainees.tasks import check_list
from portal.office.permissions import LIST_KEEPERS, RolesMixin, actor_of
from portal.places.countries import country_names
from portal.places.enums import PlaceKind
from portal.places.models import Place

from .lists_steps import moved_on, now_or_later


class WordsView(RolesMixin, FormView):
    """Unknown words of sex, status, nationality and place of detention, with how many rows hold each."""

    roles = LIST_KEEPERS
    template_name = "office/lists/words.html"
    form_class = WordsForm

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the words, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Take what was said, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().post(request, *args, **kwargs)

    def _unless_moved_on(self) -> HttpResponse | None:
        self.batch = access_batch(self.kwargs["key"], user=self.request.user, purpose="words")
        if self.batch.state != BatchState.DRY_RUN or not can_become(self.batch, BatchState.CHECKING):
            return redirect("office:lists-detail", key=self.batch.pk)
        kinds = (PlaceKind.DETENTION, PlaceKind.CAMP)
        self.places = {place.code: str(place) for place in Place.objects.filter(kind__in=kinds).order_by("name")}
        return None

    def get_form_kwargs(self) -> dict:
        """The words left to say, those said, and the places we know."""
        said = {"left": self.batch.left_to_say(), "said": self.batch.words(), "places": self.places}
        return {**super().get_form_kwargs(), **said}

    def get_context_data(self, **kwargs) -> dict:
        """Add what the fields offer."""
        offered = {"nationality": country_names(), "facility": self.places}
        shown = {column for column in offered if self.batch.left_to_say().get(column) or self.batch.words().get(column)}
        lists = [(f"known-{column}", offered[column].items()) for column in sorted(shown)]
        context = super().get_context_data(**kwargs)
        return {**context, "current": "lists", "batch": self.batch, "offered": lists}

    def form_valid(self, form: WordsForm) -> HttpResponse:
        """Remember, then check the rows anew."""
        actor = actor_of(self.request)
        try:
            batch = services.choose_meanings(batch=self.batch, meanings=form.meanings(), actor=actor)
            now_or_later(batch, self.request, services.check_batch, check_list)
        except ImpossibleStep:
            messages.error(self.request, moved_on())
        return redirect("office:lists-detail", key=self.batch.pk)
