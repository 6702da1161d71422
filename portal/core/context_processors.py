"""What every template may use (floor 0)."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from .languages import LANGUAGES, language
from .readings import nearest


def portal(request: HttpRequest) -> dict:
    """The product's name in the reader's language, who runs it, the language and where the quick exit leads."""
    current = language(get_language())
    operator = {code: name for code, name in settings.OPERATOR_NAMES.items() if name}
    return {
        "product_name": settings.PRODUCT_NAMES[current.code],
        # None, or the name, its language and whether that is another than the reader's.
        "operator": nearest(operator, current.code),
        "page_language": current,
        "languages": LANGUAGES.values(),
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "demonstration": settings.DEMONSTRATION,
    }
