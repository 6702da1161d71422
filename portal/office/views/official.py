"""The channels that are really ours, kept by the operator (floor 7)."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from portal.office.permissions import PEOPLE, RolesMixin, actor_of, for_roles
from portal.support.forms import OfficialChannelForm
from portal.support.models import OfficialChannel
from portal.support.official import add_official, remove_official


class OfficialView(RolesMixin, FormView):
    """The list, and a form for one more."""

    roles = PEOPLE
    form_class = OfficialChannelForm
    template_name = "office/official.html"

    def get_context_data(self, **kwargs) -> dict:
        """Add the list as families see it."""
        live = OfficialChannel.objects.live()
        return {**super().get_context_data(**kwargs), "current": "official", "channels": live}

    def form_valid(self, form) -> HttpResponse:
        """Families see it at once."""
        actor = actor_of(self.request)
        add_official(user_id=cast(UUID, self.request.user.pk), actor=actor, **form.cleaned_data)
        messages.success(self.request, _("Families see it now."))
        return redirect("office:official")


@require_POST
@for_roles(PEOPLE)
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """No longer ours."""
    channel = get_object_or_404(OfficialChannel, pk=key)
    remove_official(channel=channel, user_id=cast(UUID, request.user.pk), actor=actor_of(request))
    messages.success(request, _("Families no longer see it."))
    return redirect("office:official")
