"""Staff accounts as an administrator sees them (floor 7)."""

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, TemplateView

from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant, User
from portal.accounts.querysets import live_roles
from portal.accounts.second_factor import has_second_factor
from portal.accounts.services.people import create_staff
from portal.accounts.terms import ENDS_SOON
from portal.office.forms import MembershipForm, NewPersonForm, RoleForm
from portal.office.permissions import PEOPLE, RolesMixin, actor_of
from portal.organizations.models import Membership

from .one_form import ONE_FORM


class PeopleView(RolesMixin, ListView):
    """All staff accounts, those at work first."""

    roles = PEOPLE
    template_name = "office/people/list.html"
    context_object_name = "people"
    paginate_by = 50
    extra_context = {"current": "people"}

    def get_queryset(self):
        """Accounts with their live roles."""
        return User.objects.order_by("-is_active", "username")

    def get_context_data(self, **kwargs) -> dict:
        """Add what stands beside each name."""
        context = super().get_context_data(**kwargs)
        ending = dict(
            RoleGrant.objects.ending()
            .filter(user__in=[person.pk for person in context["people"]])
            .order_by("-expires_at")
            .values_list("user", "expires_at")
        )
        context["entries"] = [
            {
                "person": person,
                "roles": live_roles(person),
                "ends_on": ending.get(person.pk),
                "has_second_factor": has_second_factor(person),
            }
            for person in context["people"]
        ]
        return context


class NewPersonView(RolesMixin, FormView):
    """Make an account; its first password is shown on the answer and never again."""

    roles = PEOPLE
    needs_fresh = True
    form_class = NewPersonForm
    template_name = ONE_FORM
    extra_context = {
        "current": "people",
        "title": gettext_lazy("Make a staff account"),
        "lead": gettext_lazy("The account begins without any role. The first password is made here and shown once."),
        "button": gettext_lazy("Make the account"),
        "back_url": reverse_lazy("office:people"),
        "back_label": gettext_lazy("People"),
    }

    def form_valid(self, form) -> HttpResponse:
        """Make it and show the password once; no redirect, because nothing may keep the password."""
        try:
            person, password = create_staff(**form.cleaned_data, actor=actor_of(self.request))
        except IntegrityError:
            form.add_error("username", _("This user name is taken. Choose another one."))
            return self.form_invalid(form)
        return show_password(self.request, person, password)


class PersonView(RolesMixin, TemplateView):
    """One account: roles, organizations, sessions, second factor."""

    roles = PEOPLE
    template_name = "office/people/detail.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the person and what may be done."""
        person = get_object_or_404(User, pk=self.kwargs["key"])
        held = {grant.role: grant for grant in RoleGrant.objects.live().of(person).select_related("granted_by")}
        ending = timezone.now() + ENDS_SOON
        return {
            **super().get_context_data(**kwargs),
            "current": "people",
            "person": person,
            "is_oneself": person == self.request.user,
            "has_second_factor": has_second_factor(person),
            "role_rows": [{"role": role, "grant": held[role]} for role in Role if role in held],
            "ending": ending,
            "memberships": Membership.objects.live().filter(user=person).select_related("organization"),
            "role_form": RoleForm(),
            "membership_form": MembershipForm(),
        }


def show_password(request, person: User, password: str) -> HttpResponse:
    """Show a first password once."""
    context = {"person": person, "password": password, "current": "people"}
    return render(request, "office/people/password.html", context)
