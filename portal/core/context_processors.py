"""What every template may use (floor 0)."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .digits import digits_in_use
from .discretion import is_discreet
from .languages import LANGUAGES, Language, language
from .readings import nearest


def portal(request: HttpRequest) -> dict:
    """Return what every page knows: the product's name and who runs it, the language and its digits, the way out."""
    current = language(get_language())
    operator = {code: name for code, name in settings.OPERATOR_NAMES.items() if name}
    return {
        "product_name": settings.PRODUCT_NAMES[current.code],
        "product_names": [(settings.PRODUCT_NAMES[code], entry) for code, entry in LANGUAGES.items()],
        "operator": _isolated(nearest(operator, current.code)),
        "page_language": current,
        "digits_in_use": digits_in_use(),
        "is_discreet": is_discreet(request),
        "languages": LANGUAGES.values(),
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "is_language_reviewed": current.code in settings.REVIEWED_LANGUAGES,
        "demonstration": settings.DEMONSTRATION,
    }


def _isolated(found: tuple[str, Language, bool] | None) -> SafeString | str:
    """A name in the language it is written in; empty where the operator gave none."""
    if found is None:
        return ""
    name, written_in, _is_fallback = found
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', written_in.html, written_in.direction, name)
