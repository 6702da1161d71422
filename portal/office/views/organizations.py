"""Partner organizations: one administrator adds, a second one verifies (floor 7)."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView

from portal.office.forms import NewOrganizationForm
from portal.office.permissions import PEOPLE, RolesMixin, actor_of, ask_again, for_roles
from portal.organizations.models import Organization
from portal.organizations.services import create_organization, verify_organization

from .one_form import ONE_FORM


class OrganizationsView(RolesMixin, ListView):
    """All organizations, those that wait for a second person first."""

    roles = PEOPLE
    template_name = "office/organizations/list.html"
    context_object_name = "organizations"
    paginate_by = 50
    extra_context = {"current": "organizations"}

    def get_queryset(self):
        """Not verified first, then the newest."""
        return Organization.objects.order_by(F("verified_at").desc(nulls_first=True), "slug")


class NewOrganizationView(RolesMixin, FormView):
    """Add an organization; nothing is public before a second person verifies it."""

    roles = PEOPLE
    needs_fresh = True
    form_class = NewOrganizationForm
    template_name = ONE_FORM
    extra_context = {
        "current": "organizations",
        "title": gettext_lazy("Add an organization"),
        "lead": gettext_lazy("Nothing of it is public before a second administrator has verified it."),
        "button": gettext_lazy("Add an organization"),
        "back_url": reverse_lazy("office:organizations"),
        "back_label": gettext_lazy("Organizations"),
    }

    def form_valid(self, form) -> HttpResponse:
        """Add it; the same short name sent twice is added once."""
        names, actor = form.cleaned_data["names"], actor_of(self.request)
        try:
            create_organization(
                slug=form.cleaned_data["slug"],
                names=names,
                actor=actor,
                keeps_the_registry=form.cleaned_data["keeps_the_registry"],
            )
        except IntegrityError:
            form.add_error("slug", _("This short name is taken. Choose another one."))
            return self.form_invalid(form)
        messages.success(self.request, _("The organization was added. A second administrator now has to verify it."))
        return redirect("office:organizations")


@require_POST
@for_roles(PEOPLE)
def verify(request: HttpRequest, key: UUID) -> HttpResponse:
    """Verify as the second person."""
    again = ask_again(request, reverse("office:organizations"))
    if again:
        return again
    organization = get_object_or_404(Organization, pk=key)
    try:
        verify_organization(organization=organization, actor=actor_of(request))
    except PermissionDenied:
        messages.error(request, _("You added this organization yourself. A second person has to verify it."))
    else:
        messages.success(request, _("The organization is verified."))
    return redirect("office:organizations")
