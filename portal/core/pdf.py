"""Papers: a template of templates/pdf/ as a tagged PDF, with fonts of our own and no network (floor 0).

Vazirmatn serves all four languages; WeasyPrint ignores `unicode-range`, so each subset is a family of its own and they
are chained. Where the fonts are not installed the system's are used.

PDF/UA: a screen reader finds language, title and order. The file tells nothing more: no author, no subject, no time.
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

from .digits import digits_chosen
from .fonts import with_letters_apart
from .languages import Language

_VARIANT = "pdf/ua-1"
_SUBSETS = {"Sanad Arabic": "arabic", "Sanad Latin": "latin", "Sanad Latin Extended": "latin-ext"}
_WEIGHTS = (400, 700)
_ADDRESS = "own:"
_MARK = "mark.svg"
_FONT = "font/ttf"
# The fonts are set up once and shared; the library underneath draws one page at a time.
_one_at_a_time = threading.Lock()


class OwnFilesFetcher(URLFetcher):
    """Answers `data:` and, by name, our fonts and mark; everything else stops the rendering: no network, no files."""

    def fetch(self, url, headers=None):
        """Return a file's bytes, or refuse."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        found = _own_files().get(url.removeprefix(_ADDRESS)) if url.startswith(_ADDRESS) else None
        if found is None:
            raise FatalURLFetchingError("not one of our own files")
        path, kind = found
        content = with_letters_apart(path) if kind == _FONT else path.read_bytes()
        return URLFetcherResponse(url, content, {"Content-Type": kind})


@cache
def _own_files() -> dict[str, tuple[Path, str]]:
    """What a paper may load: name, where it lies, its media type."""
    fonts = Path(settings.NODE_MODULES_DIR) / "@fontsource" / "vazirmatn" / "files"
    names = [f"vazirmatn-{subset}-{weight}-normal.woff2" for subset in _SUBSETS.values() for weight in _WEIGHTS]
    files = {name: (fonts / name, _FONT) for name in names if (fonts / name).is_file()}
    return {**files, _MARK: (Path(settings.BASE_DIR) / "static" / "images" / _MARK, "image/svg+xml")}


def _font_rules() -> str:
    rules = [
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{_ADDRESS}{name}"); }}'
        for family, subset in _SUBSETS.items()
        for weight in _WEIGHTS
        if (name := f"vazirmatn-{subset}-{weight}-normal.woff2") in _own_files()
    ]
    families = ", ".join(f'"{family}"' for family in _SUBSETS) if rules else '"Vazirmatn", "Noto Sans Arabic"'
    return "\n".join([*rules, f"html {{ font-family: {families}, sans-serif; }}"])


@cache
def _style() -> tuple[FontConfiguration, CSS]:
    """Style sheet and fonts, read once in a process: the first page costs a second, the next ones a tenth."""
    fonts = FontConfiguration()
    text = (Path(settings.BASE_DIR) / "static" / "css" / "pdf.css").read_text()
    sheet = CSS(string=_font_rules() + text, font_config=fonts, url_fetcher=OwnFilesFetcher(), base_url=_ADDRESS)
    return fonts, sheet


def paper_html(template: str, context: dict, *, language: Language) -> str:
    """Return the paper's document in a language. `template` extends layouts/pdf.html.

    A paper has the digits of its language, whatever the reader of the screen chose.
    """
    with override(language.code), digits_chosen(""):
        return render_to_string(
            template,
            {
                **context,
                "page_language": language,
                "product_name": settings.PRODUCT_NAMES[language.code],
                "demonstration": settings.DEMONSTRATION,
            },
        )


def paper_pdf(html: str) -> bytes:
    """Return the document as PDF bytes."""
    with _one_at_a_time:
        fonts, sheet = _style()
        document = HTML(string=html, url_fetcher=OwnFilesFetcher(), base_url=_ADDRESS)
        return document.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant=_VARIANT)
