"""What every template may use (floor 0)."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from .digits import digits_in_use
from .languages import LANGUAGES, language


def portal(request: HttpRequest) -> dict:
    """The product's name in the reader's language, the language itself, its digits and where the quick exit leads."""
    current = language(get_language())
    return {
        "product_name": settings.PRODUCT_NAMES[current.code],
        "page_language": current,
        "digits_in_use": digits_in_use(),
        "languages": LANGUAGES.values(),
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "is_language_reviewed": current.code in settings.REVIEWED_LANGUAGES,
        "demonstration": settings.DEMONSTRATION,
    }
