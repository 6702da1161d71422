"""Tasks: set on a file, done, and the list of what is due (floor 7)."""

from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import ListView

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import has_role
from portal.core.counting import counts
from portal.core.dates import today
from portal.office.casework_forms import TaskForm
from portal.office.due import task_row
from portal.office.permissions import FILES, RolesMixin, for_roles
from portal.registry.access import registration_to_move
from portal.registry.models import CaseTask
from portal.registry.need import check_row, open_to
from portal.registry.services.tasks import finish_task, set_task

from .one_form import file_form

_LISTS = {
    "mine": (gettext_lazy("For me"), lambda rows, user: rows.filter(for_whom=user)),
    "late": (gettext_lazy("Late"), lambda rows, user: rows.filter(due_on__lt=today())),
    "all": (gettext_lazy("All"), lambda rows, user: rows),
}


class TasksView(RolesMixin, ListView):
    """What is to be done, what is due first; references only, no name of a family."""

    roles = FILES
    template_name = "office/tasks.html"
    paginate_by = 50

    def get_queryset(self):
        """The chosen list."""
        asked = self.request.GET.get("show", "")
        self.chosen = asked if asked in _LISTS else "mine"
        rows = open_to(self.request.user, CaseTask.objects.waiting().defer("words"))
        self.lists = {name: narrow(rows, self.request.user) for name, (_label, narrow) in _LISTS.items()}
        return self.lists[self.chosen].select_related("registration", "for_whom")

    def get_context_data(self, **kwargs) -> dict:
        """Add the lists with their counts."""
        context = {**super().get_context_data(**kwargs), "current": "files", "chosen": self.chosen}
        context["label"] = _LISTS[self.chosen][0]
        found = counts(User.objects.filter(pk=cast(User, self.request.user).pk), self.lists)
        context["tabs"] = [{"name": name, "label": _LISTS[name][0], "count": count} for name, count in found.items()]
        context["rows"] = [task_row(task) for task in context["object_list"]]
        context["leads"] = has_role(self.request.user, Role.SUPERVISOR)
        return context


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Set a task."""
    registration = registration_to_move(key, user=request.user)
    initial = {"key": uuid4(), "for_whom": request.user.pk}
    form = TaskForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        set_task(registration=registration, user=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("office:files-detail", key=key)
    return file_form(request, registration, form, title=_("Set a task"), button=_("Save"))


@require_POST
@for_roles(FILES)
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that a task is done."""
    task = check_row(CaseTask.objects.select_related("registration"), key, user=request.user)
    if finish_task(task=task, user=request.user):
        messages.success(request, _("Saved"))
    else:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:files-detail", key=task.registration_id)
