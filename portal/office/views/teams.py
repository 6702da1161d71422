"""Teams: which files are theirs, and who belongs to them until when (floor 7; R-06, R-16). ADR 0030."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from portal.accounts.models import User
from portal.accounts.terms import ENDS_SOON
from portal.core.languages import LANGUAGES
from portal.office.permissions import TEAMS, RolesMixin, ask_again, for_roles
from portal.office.team_forms import BoundsForm, MemberForm, NewTeamForm
from portal.registry.models import Team, TeamMembership
from portal.registry.need import teams_at_work
from portal.registry.services import teams as services


class TeamsView(RolesMixin, TemplateView):
    """All teams, what is theirs and how many belong to each."""

    roles = TEAMS
    template_name = "office/teams/list.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the teams, and whether any of them narrows what is open."""
        live = Prefetch("memberships", queryset=TeamMembership.objects.live().select_related("user"), to_attr="live")
        found = Team.objects.standing().prefetch_related("regions", live)
        working = set(teams_at_work().values_list("pk", flat=True))
        rows = [{"team": team, "bounds": _bounds(team), "is_working": team.pk in working} for team in found]
        return {**super().get_context_data(**kwargs), "current": "teams", "rows": rows, "narrows": bool(working)}


class NewTeamView(RolesMixin, FormView):
    """Make a team, with a fresh proof."""

    roles = TEAMS
    needs_fresh = True
    form_class = NewTeamForm
    template_name = "office/teams/form.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the heading and the button."""
        words = {"title": _("Make a team"), "button": _("Make the team"), "current": "teams"}
        return {**super().get_context_data(**kwargs), **words}

    def form_valid(self, form) -> HttpResponse:
        """Make it, and go on to who belongs to it."""
        try:
            team = services.make_team(by=cast(User, self.request.user), **form.cleaned_data)
        except services.NamedAlready:
            form.add_error("name", _("There is a team of this name."))
            return self.form_invalid(form)
        messages.success(self.request, _("The team is made. It narrows nothing before somebody belongs to it."))
        return redirect("office:team", key=team.pk)

    def form_invalid(self, form) -> HttpResponse:
        """Say what is missing; nothing that was typed is lost."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class TeamView(RolesMixin, TemplateView):
    """One team: what is theirs, who belongs to it, and who did."""

    roles = TEAMS
    template_name = "office/teams/detail.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the members and what may be done."""
        return {**super().get_context_data(**kwargs), **_of_team(_team(self.kwargs["key"]), self.request)}


class ChangeTeamView(RolesMixin, FormView):
    """Other regions or another language, with a fresh proof and by somebody who does not belong to the team."""

    roles = TEAMS
    needs_fresh = True
    form_class = BoundsForm
    template_name = "office/teams/form.html"

    def get_initial(self) -> dict:
        """What it has now."""
        return BoundsForm.initial_of(_team(self.kwargs["key"]))

    def get_context_data(self, **kwargs) -> dict:
        """Add the heading and the button."""
        team = _team(self.kwargs["key"])
        words = {"title": _("Regions and language"), "button": _("Save"), "team": team, "current": "teams"}
        return {**super().get_context_data(**kwargs), **words}

    def form_valid(self, form) -> HttpResponse:
        """Save it, or say who has to."""
        team, by = _team(self.kwargs["key"]), cast(User, self.request.user)
        try:
            services.change_team(team=team, by=by, **form.cleaned_data)
            messages.success(self.request, _("Saved. It holds from the next page on."))
        except services.OwnTeam:
            _say_own(self.request, team)
        return redirect("office:team", key=team.pk)

    def form_invalid(self, form) -> HttpResponse:
        """Say what is missing."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_POST
@for_roles(TEAMS)
def members(request: HttpRequest, key: UUID) -> HttpResponse:
    """Add somebody, renew a membership, or end one."""
    if again := ask_again(request, reverse("office:team", kwargs={"key": key})):
        return again
    team, by = _team(key), cast(User, request.user)
    try:
        if "end" in request.POST:
            services.take_from_team(team=team, user=get_object_or_404(User, pk=_key(request.POST["end"])), by=by)
        else:
            form = MemberForm(request.POST)
            if not form.is_valid():
                return render(request, TeamView.template_name, _of_team(team, request, form), status=422)
            services.add_to_team(team=team, user=form.cleaned_data["person"], months=form.cleaned_data["months"], by=by)
        messages.success(request, _("Saved. It holds from the next page on."))
    except services.OwnTeam:
        _say_own(request, team)
    return redirect("office:team", key=key)


@require_POST
@for_roles(TEAMS)
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """End a team; its files belong to nobody's team from then on, unless to another one's."""
    if again := ask_again(request, reverse("office:team", kwargs={"key": key})):
        return again
    team = _team(key)
    try:
        services.end_team(team=team, by=cast(User, request.user))
        messages.success(request, _("The team has ended."))
    except services.OwnTeam:
        _say_own(request, team)
        return redirect("office:team", key=key)
    return redirect("office:teams")


def _team(key: UUID) -> Team:
    return get_object_or_404(Team.objects.standing().prefetch_related("regions"), pk=key)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _say_own(request: HttpRequest, team: Team) -> None:
    services.note_own_team(team=team, by=cast(User, request.user))
    messages.error(request, _("Nobody changes which files are open to herself or himself. Somebody else can."))


def _of_team(team: Team, request: HttpRequest, form: MemberForm | None = None) -> dict:
    standing = team.memberships.standing().select_related("user", "added_by")
    now = timezone.now()
    rows = [
        {
            "membership": one,
            "is_over": one.until <= now,
            "ends_soon": now < one.until <= now + ENDS_SOON,
            "is_oneself": one.user_id == request.user.pk,
        }
        for one in standing.order_by("until")
    ]
    ended = team.memberships.filter(ended_at__isnull=False).select_related("user", "ended_by")[:20]
    return {
        "current": "teams",
        "team": team,
        "bounds": _bounds(team),
        "rows": rows,
        "ended": ended,
        "is_working": teams_at_work().filter(pk=team.pk).exists(),
        "may_change": services.may_change(team, user=request.user),
        "form": form or MemberForm(),
    }


def _bounds(team: Team) -> list[str]:
    """The regions and the language of a team, in words."""
    language = [LANGUAGES[team.language].native] if team.language else []
    return [*sorted(str(place) for place in team.regions.all()), *language]
