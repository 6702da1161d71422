"""How a form about a file is shown: one page, one question at a time, with nothing of the file but its reference."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from portal.registry.models import Registration


def show_form(
    request: HttpRequest,
    file: Registration,
    form: forms.Form,
    *,
    title: str | Promise,
    lead: str | Promise = "",
    button: str | Promise,
    template: str = "office/files/form.html",
    status: int | None = None,
    **more,
) -> HttpResponse:
    """Show a form about a file; with errors the answer says that nothing was done."""
    context = {"current": "files", "file": file, "form": form, "title": title, "lead": lead, "button": button, **more}
    return render(request, template, context, status=status or (422 if form.errors else 200))
