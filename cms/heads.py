"""What search engines may know of the pages about proceedings, and of the figures."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.heads import PublicHead, addresses, first_words, paths_in_every_language
from portal.core.readings import read_field
from portal.proceedings.models import Proceeding


def list_head(request: HttpRequest, *, number: int) -> PublicHead:
    """The list of proceedings; `number` is that of its page."""
    paths = paths_in_every_language("proceedings:index")
    suffix = f"?n={number}" if number > 1 else ""
    return PublicHead(
        title=_("Trials"),
        description=_(
            "Trials that concern families from Syria and Iraq, in four languages. Each fact has a source and a date."
        ),
        addresses=addresses(request, {code: f"{path}{suffix}" for code, path in paths.items()}),
    )


def figures_head(request: HttpRequest) -> PublicHead:
    """The public figures; the head itself says none of them."""
    return PublicHead(
        title=_("In figures"),
        description=_(
            "How many registrations there are, where and when people went missing, and how long families wait."
        ),
        addresses=addresses(request, paths_in_every_language("figures:index")),
    )


def proceeding_head(request: HttpRequest, proceeding: Proceeding) -> PublicHead:
    """One proceeding, known in the languages in which it was written."""
    return PublicHead(
        title=read_field(proceeding, "title").text,
        description=first_words(read_field(proceeding, "summary").text),
        addresses=addresses(request, proceeding_paths(proceeding)),
    )


def proceeding_paths(proceeding: Proceeding) -> dict[str, str]:
    """Its addresses in the languages of its title."""
    paths = paths_in_every_language("proceedings:detail", slug=proceeding.slug)
    return {code: path for code, path in paths.items() if getattr(proceeding, f"title_{code}", "")}
