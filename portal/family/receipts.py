"""The receipt: one page in her language, plain, or discreet without a word about the subject (floor 7)."""

from portal.core.languages import Language
from portal.core.pdf import paper_html, paper_pdf
from portal.registry.models import Registration

PLAIN, DISCREET = "plain", "discreet"
STYLES = (PLAIN, DISCREET)


def receipt_html(registration: Registration, *, style: str, language: Language) -> str:
    """Return the receipt's document in a language. `style` is plain or discreet."""
    context = {"registration": registration, "is_discreet": style == DISCREET}
    return paper_html(f"pdf/receipt_{style}.html", context, language=language)


def receipt_pdf(registration: Registration, *, style: str, language: Language) -> bytes:
    """Return the receipt as PDF bytes."""
    return paper_pdf(receipt_html(registration, style=style, language=language))
