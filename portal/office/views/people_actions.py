"""What an administrator does to an account; each needs a proof not older than five minutes (floor 7; R-06)."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services import people
from portal.accounts.services import roles as role_services
from portal.audit.actors import Actor
from portal.office.forms import MembershipForm, RoleForm
from portal.office.permissions import PEOPLE, actor_of, ask_again, for_roles
from portal.organizations import services as organizations

from .people import show_password

_KEPT_APART = gettext_lazy(
    "Who audits does nothing else here. Please end the other role first, or use another account."
)
_Action = Callable[[HttpRequest, User, Actor], HttpResponse | None]


def _action(action: _Action) -> Callable[..., HttpResponse]:
    """Check role and freshness, find the person, act, and lead back to the person's page."""

    @require_POST
    @for_roles(PEOPLE)
    @wraps(action)
    def view(request: HttpRequest, key: UUID) -> HttpResponse:
        back = reverse("office:people-detail", kwargs={"key": key})
        again = ask_again(request, back)
        if again:
            return again
        person = get_object_or_404(User, pk=key)
        return action(request, person, actor_of(request)) or redirect(back)

    return view


@_action
def roles(request: HttpRequest, person: User, actor: Actor) -> None:
    """Give a role for some months, renew it, or take it back."""
    form = RoleForm(request.POST)
    if not form.names_a_role():
        raise Http404
    role, months = form.cleaned_data["role"], form.cleaned_data.get("months")
    if form.cleaned_data["deed"] == "revoke":
        role_services.revoke_role(user=person, role=role, actor=actor)
    elif role == Role.AUDITOR:
        messages.error(request, _("An auditor comes from another organization. Add the person there as an auditor."))
        return
    elif months or person.pk == actor.id:
        try:
            role_services.grant_role(user=person, role=role, months=months, actor=actor)
        except role_services.KeptApart:
            messages.error(request, _KEPT_APART)
            return
    else:
        messages.error(request, _("Please say for how long."))
        return
    messages.success(request, _("The roles were changed. It holds from the next page on."))


@_action
def end_sessions(request: HttpRequest, person: User, actor: Actor) -> None:
    """Sign the person out everywhere."""
    people.end_sessions(user=person, actor=actor)
    messages.success(request, _("All sign-ins were ended."))


@_action
def reset_second_factor(request: HttpRequest, person: User, actor: Actor) -> None:
    """Let the person set up a new telephone."""
    people.reset_second_factor(user=person, actor=actor)
    messages.success(request, _("The second factor was reset. The next sign-in asks for a new one."))


@_action
def new_password(request: HttpRequest, person: User, actor: Actor) -> HttpResponse:
    """Give a new first password, shown once."""
    return show_password(request, person, people.give_new_password(user=person, actor=actor))


@_action
def active(request: HttpRequest, person: User, actor: Actor) -> None:
    """Stop an account, or open it again."""
    is_active = request.POST.get("active") == "yes"
    people.set_active(user=person, is_active=is_active, actor=actor)
    messages.success(request, _("The account is open.") if is_active else _("The account was stopped."))


@_action
def memberships(request: HttpRequest, person: User, actor: Actor) -> None:
    """Let the person act for an organization, or no longer."""
    form = MembershipForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose an organization and a role."))
        return
    organization = form.cleaned_data["organization"]
    if form.cleaned_data["deed"] == "end":
        organizations.remove_member(organization=organization, user=person, actor=actor)
    else:
        role = form.cleaned_data["role"]
        try:
            organizations.add_member(organization=organization, user=person, role=role, actor=actor)
        except role_services.KeptApart:
            messages.error(request, _KEPT_APART)
            return
        except organizations.NotFromOutside:
            messages.error(request, _("Only another, verified organization names an auditor."))
            return
    messages.success(request, _("The organizations of this person were changed."))
