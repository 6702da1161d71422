"""Where a page of the office is not there, is for others, or only a button leads to it: said in its frame (floor 7).

An address of a form comes up without its form: read again after signing in, kept as a bookmark, opened in a new window.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

# Where people fill in with families.
HELPING = "/helping/"
# Whose form does not stand on the page above it in the address.
_STANDS_ON = {
    "office:evidence-ask": ("office:files", ()),
    "office:files-link-end": ("office:files-detail", ("key",)),
    "office:findings-told": ("office:files", ()),
    "office:sealed-open": ("office:files", ()),
}


def only_by_button(request: HttpRequest, allow: str) -> HttpResponse:
    """405: lead back to the page with the form. Nothing was done."""
    context = {"is_form": True, "back_url": page_of_the_form(request.path_info)}
    response = _page(request, context, status=405)
    response.headers["Allow"] = allow
    return response


def no_such_page(request: HttpRequest) -> HttpResponse:
    """404: the same words for what does not exist and for what is not yours."""
    return _page(request, {}, status=404)


def not_open(request: HttpRequest) -> HttpResponse:
    """403: a page for others, or an act that is not this person's. Nothing was done."""
    return _page(request, {"is_for_others": True}, status=403)


def _page(request: HttpRequest, context: dict, *, status: int) -> HttpResponse:
    """In the frame of the office, or of those who fill in with families."""
    is_helping = request.path_info.startswith(HELPING)
    home = {"brand_url": HELPING, "current": "helping"} if is_helping else {"brand_url": reverse("office:day")}
    context = {**home, "is_helping": is_helping, **context}
    return render(request, "office/no_page.html", context, status=status)


def page_of_the_form(path: str) -> str:
    """Return the page on which the form of an address stands: the nearest above it, unless another one is known."""
    match = resolve(path)
    if found := _STANDS_ON.get(match.view_name):
        name, keys = found
        return reverse(name, kwargs={key: match.kwargs[key] for key in keys})
    above = path
    while True:
        above = above.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(above)
        except Resolver404:
            continue
        return above
