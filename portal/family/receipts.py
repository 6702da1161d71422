"""The receipt: one page in her language, plain or discreet, with fonts of our own and no network (floor 7).

Vazirmatn serves all four languages; WeasyPrint ignores `unicode-range`, so each subset is a family of its own and they
are chained. Where the fonts are not installed the system's are used.
"""

import threading
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from portal.core.digits import digits_chosen
from portal.core.languages import Language
from portal.registry.models import Registration

PLAIN, DISCREET = "plain", "discreet"
STYLES = (PLAIN, DISCREET)
_SUBSETS = {"Sanad Arabic": "arabic", "Sanad Latin": "latin", "Sanad Latin Extended": "latin-ext"}
_WEIGHTS = (400, 700)
_FONT_ADDRESS = "font:"
# The fonts are set up once and shared; the library underneath draws one page at a time.
_one_at_a_time = threading.Lock()


def _font_directory() -> Path:
    return Path(settings.NODE_MODULES_DIR) / "@fontsource" / "vazirmatn" / "files"


class OwnFilesFetcher(URLFetcher):
    """Answers `data:` and our fonts by name; everything else stops the rendering: no network, no files."""

    def fetch(self, url, headers=None):
        """Return a font's bytes, or refuse."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        name = url.removeprefix(_FONT_ADDRESS)
        if url.startswith(_FONT_ADDRESS) and name in _font_names():
            return URLFetcherResponse(url, (_font_directory() / name).read_bytes(), {"Content-Type": "font/woff2"})
        raise FatalURLFetchingError("not one of our own files")


@cache
def _font_names() -> frozenset[str]:
    names = {f"vazirmatn-{subset}-{weight}-normal.woff2" for subset in _SUBSETS.values() for weight in _WEIGHTS}
    return frozenset(name for name in names if (_font_directory() / name).is_file())


def _font_rules() -> str:
    rules = [
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{_FONT_ADDRESS}{name}"); }}'
        for family, subset in _SUBSETS.items()
        for weight in _WEIGHTS
        if (name := f"vazirmatn-{subset}-{weight}-normal.woff2") in _font_names()
    ]
    families = ", ".join(f'"{family}"' for family in _SUBSETS) if rules else '"Vazirmatn", "Noto Sans Arabic"'
    return "\n".join([*rules, f"html {{ font-family: {families}, sans-serif; }}"])


@cache
def _style() -> tuple[FontConfiguration, CSS]:
    """Style sheet and fonts, read once in a process: the first page costs a second, the next ones a tenth."""
    fonts = FontConfiguration()
    text = (Path(settings.BASE_DIR) / "static" / "css" / "receipt.css").read_text()
    sheet = CSS(string=_font_rules() + text, font_config=fonts, url_fetcher=OwnFilesFetcher(), base_url=_FONT_ADDRESS)
    return fonts, sheet


def receipt_html(registration: Registration, *, style: str, language: Language) -> str:
    """Return the receipt's document in a language. A discreet one holds no word about the subject.

    The paper has the digits of its language, whatever the reader of the screen chose.
    """
    with override(language.code), digits_chosen(""):
        return render_to_string(
            f"pdf/receipt_{style}.html",
            {
                "registration": registration,
                "page_language": language,
                "product_name": settings.PRODUCT_NAMES[language.code],
                "demonstration": settings.DEMONSTRATION,
            },
        )


def receipt_pdf(registration: Registration, *, style: str, language: Language) -> bytes:
    """Return the receipt as PDF bytes. `style` is plain or discreet."""
    text = receipt_html(registration, style=style, language=language)
    with _one_at_a_time:
        fonts, sheet = _style()
        html = HTML(string=text, url_fetcher=OwnFilesFetcher(), base_url=_FONT_ADDRESS)
        return html.write_pdf(stylesheets=[sheet], font_config=fonts)
