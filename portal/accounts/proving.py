"""What follows where somebody has opened much: a page that asks who it is, with all that was typed (floor 2; R-23).

With the code everything that was posted is posted again where it was going; a page that was only asked for is opened.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from .budgets import ProofNeeded, ReadingFrozen
from .forms import SecondFactorAgainForm
from .second_factor import held_proof, hold_proof

# The code stands beside the fields of whatever form it is; the mark says that nothing but a page was asked for.
_PROOF, _CODE, _PAGE, _WORDS = "proof", "proof-code", "proof-page", "proof-words"
_NOT_CARRIED = {"csrfmiddlewaretoken", _CODE, _PAGE, _WORDS}
# Our own page sends no files; a form with files is read by the view that limits them.
_OURS, _MARK = "application/x-www-form-urlencoded", b"proof-"


class ReadingBudgetMiddleware:
    """Answers where a budget is passed, and takes the code that comes back with what was posted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Take the code of somebody whom the gate has let in; a wrong one is asked for again, and nothing is done."""
        posted = _posted(request)
        if _CODE in posted:
            form = SecondFactorAgainForm(posted, user=request.user, prefix=_PROOF)
            if not form.is_valid():
                return _page(request, "staff/proof.html", posted, form)
            form.save()
            hold_proof(request)
        return redirect(request.get_full_path()) if _PAGE in posted else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask who it is, or say that another person has to lift it."""
        if isinstance(exception, ProofNeeded):
            form = SecondFactorAgainForm(user=request.user, prefix=_PROOF)
            return _page(request, "staff/proof.html", request.POST, form)
        return _page(request, "staff/frozen.html", request.POST) if isinstance(exception, ReadingFrozen) else None


def _posted(request: HttpRequest) -> QueryDict:
    """What our own page sent, read beside `request.POST`: a view may still say how its files are to be taken."""
    if request.method != "POST" or request.content_type != _OURS or held_proof(request.user) is None:
        return QueryDict()
    try:
        return QueryDict(request.body) if _MARK in request.body else QueryDict()
    except (RequestDataTooBig, TooManyFieldsSent):
        return QueryDict()


def _page(
    request: HttpRequest, template: str, posted: QueryDict, form: SecondFactorAgainForm | None = None
) -> HttpResponse:
    fields = [(name, value) for name, values in posted.lists() for value in values if name not in _NOT_CARRIED]
    words = posted.getlist(_WORDS)
    is_page = request.method != "POST" or _PAGE in posted
    if request.FILES:
        # A file does not travel in a page, and nothing is to be sent without it: the words are there to be copied.
        is_page, words = True, [value for _name, value in fields if value.strip()]
    carried = [(_PAGE, "1"), *((_WORDS, word) for word in words)] if is_page else fields
    context = {"form": form, "action": request.get_full_path(), "carried": carried, "words": words}
    return render(request, template, context, status=403)
