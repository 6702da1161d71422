"""A screen that asks one thing: a heading, why it is asked, the fields, one button and the way back (floor 7)."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.registry.models import Registration

ONE_FORM = "office/form.html"


def one_form(
    request: HttpRequest,
    form: forms.Form,
    *,
    current: str,
    title: str | Promise,
    button: str | Promise,
    back: str,
    template: str = ONE_FORM,
    status: int | None = None,
    **more,
) -> HttpResponse:
    """Show a form; with errors the answer says that nothing was done. `more`: back_label, lead, more, reference."""
    context = {"current": current, "form": form, "title": title, "button": button, "back_url": back, **more}
    return render(request, template, context, status=status or (422 if form.errors else 200))


def file_form(request: HttpRequest, file: Registration, form: forms.Form, **more) -> HttpResponse:
    """Show a form about a file, with nothing of the file but its reference."""
    back = {"back": reverse("office:files-detail", kwargs={"key": file.pk}), "back_label": _("Back to the file")}
    return one_form(request, form, current="files", reference=file.reference, **{**back, **more})
