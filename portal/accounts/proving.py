"""What follows where somebody has opened much: a page that asks who it is, with all that was typed (floor 2; R-23).

With the code everything that was posted is posted again where it was going; a page that was only asked for is opened.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .budgets import ProofNeeded, ReadingFrozen
from .forms import SecondFactorAgainForm
from .second_factor import held_proof, hold_proof

# The code stands beside the fields of whatever form it is; the mark says that nothing but a page was asked for.
_PROOF, _CODE, _PAGE, _WORDS = "proof", "proof-code", "proof-page", "proof-words"
_NOT_CARRIED = {"csrfmiddlewaretoken", _CODE, _PAGE, _WORDS}
# Our own page sends no files; a form with files is read by the view that limits them.
_OURS = "application/x-www-form-urlencoded"


class ReadingBudgetMiddleware:
    """Answers where a budget is passed, and takes the code that comes back with what was posted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Take the code of somebody whom the gate has let in; a wrong one is asked for again, and nothing is done."""
        if request.method != "POST" or request.content_type != _OURS or held_proof(request.user) is None:
            return None
        if _CODE in request.POST:
            form = SecondFactorAgainForm(request.POST, user=request.user, prefix=_PROOF)
            if not form.is_valid():
                return _page(request, "staff/proof.html", form)
            form.save()
            hold_proof(request)
        return redirect(request.get_full_path()) if _PAGE in request.POST else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask who it is, or say that another person has to lift it."""
        if isinstance(exception, ProofNeeded):
            return _page(request, "staff/proof.html", SecondFactorAgainForm(user=request.user, prefix=_PROOF))
        return _page(request, "staff/frozen.html") if isinstance(exception, ReadingFrozen) else None


def _page(request: HttpRequest, template: str, form: SecondFactorAgainForm | None = None) -> HttpResponse:
    posted = [(name, value) for name, values in request.POST.lists() for value in values if name not in _NOT_CARRIED]
    words = request.POST.getlist(_WORDS)
    is_page = request.method != "POST" or _PAGE in request.POST
    if request.FILES:
        # A file does not travel in a page, and nothing is to be sent without it: the words are there to be copied.
        is_page, words = True, [value for _name, value in posted if value.strip()]
    carried = [(_PAGE, "1"), *((_WORDS, word) for word in words)] if is_page else posted
    context = {"form": form, "action": request.get_full_path(), "carried": carried, "words": words}
    return render(request, template, context, status=403)
