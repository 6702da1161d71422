"""Pages of a visit: never kept, and with an exit that ends the visit on its way out (floor 7; R-09, R-40, R-43)."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from portal.accounts.models import AccessHolder

from .sessions import current_holder

CLEAR = '"cache", "cookies", "storage"'


def render_page(request: HttpRequest, template: str, context: dict | None = None, status: int = 200) -> HttpResponse:
    """Render a page of the visit; the quick exit leads through our own door, which closes her page first.

    `helping` is the testimony of the helper who fills it in, where there is one.
    """
    shared = {"quick_exit_url": reverse("family:leave"), "helping": getattr(request, "helped", None)}
    return render(request, template, {**shared, **(context or {})}, status=status)


def clear_device(response: HttpResponse) -> HttpResponse:
    """Ask the browser to forget pages, cookies and storage of this site."""
    response.headers["Clear-Site-Data"] = CLEAR
    return response


def for_holder(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pass the holder as second argument; without an open page lead to the code's page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        holder: AccessHolder | None = current_holder(request)
        if holder is None:
            return redirect("family:return")
        return view(request, holder, *args, **kwargs)

    return guarded
