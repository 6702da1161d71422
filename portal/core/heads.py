"""What search engines and shared links may know of a public page (floor 0).

A page is for search engines exactly when its context has a `head` of this kind; everything else is marked `noindex`,
in the header and in the page. A head never speaks about people.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from .languages import LANGUAGES, Language, language
from .readings import nearest

# The longest description that search engines show whole.
DESCRIPTION_LENGTH = 160
# Characters that could end the element the data stands in.
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Alternate:
    """The same page in one language, under its full address."""

    language: Language
    url: str


@dataclass(frozen=True)
class Addresses:
    """`base` is scheme and host; `paths` by language code hold only the languages in which the text exists."""

    base: str
    paths: Mapping[str, str]

    @property
    def alternates(self) -> list[Alternate]:
        """The page in each of its languages."""
        return [
            Alternate(entry, f"{self.base}{self.paths[code]}")
            for code, entry in LANGUAGES.items()
            if code in self.paths
        ]

    @property
    def default_url(self) -> str:
        """Where a reader of none of the four languages is led."""
        return self.nearest_url(settings.DEFAULT_VISITOR_LANGUAGE)

    def nearest_url(self, code: str) -> str:
        """The page in a language, or in the one that is read instead of it; the base for a page without any."""
        found = nearest(self.paths, code)
        return f"{self.base}{found[0] if found else '/'}"


@dataclass(frozen=True)
class PublicHead:
    """`kind` is Open Graph's (`website`, `article`); `data` is schema.org's, without `url`."""

    addresses: Addresses
    title: str
    description: str
    kind: str = "website"
    data: Mapping[str, object] = field(default_factory=dict)
    code: str = field(default_factory=lambda: language(get_language()).code)

    @property
    def canonical(self) -> str:
        """The address under which this text is known: in the reader's language, else where it was written."""
        return self.addresses.nearest_url(self.code)

    @property
    def locale(self) -> str:
        """The reader's language as Open Graph writes it."""
        return language(self.code).locale

    @property
    def image_url(self) -> str:
        """The picture of a shared link: the mark and our names, nothing of the page."""
        return f"{self.addresses.base}{static(f'images/share-{self.code}.png')}"

    @property
    def linked_data(self) -> SafeString:
        """The data as JSON that no text in it can end; empty where there is none."""
        if not self.data:
            return SafeString("")
        whole = {"@context": "https://schema.org", **self.data, "url": self.canonical}
        return SafeString(json.dumps(whole, ensure_ascii=False).translate(_ESCAPED))


def paths_in_every_language(name: str, **parts: str) -> dict[str, str]:
    """The addresses of a page of ours, which exists in all four languages, by the name of its address."""
    paths = {}
    for code in LANGUAGES:
        with override(code):
            paths[code] = reverse(name, kwargs=parts)
    return paths


def site_url(request: HttpRequest) -> str:
    """Scheme and host of this installation, as the operator set them, else as they were asked."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")


def addresses(request: HttpRequest, paths: Mapping[str, str]) -> Addresses:
    """The addresses of a page of this installation."""
    return Addresses(site_url(request), paths)


def operator_data(code: str) -> dict[str, object]:
    """Who publishes our own pages, for a reader of `code`; nothing where the operator gave no name."""
    found = nearest({key: name for key, name in settings.OPERATOR_NAMES.items() if name}, code)
    return {"publisher": {"@type": "Organization", "name": found[0]}} if found else {}


def is_for_search_engines(response: HttpResponse) -> bool:
    """Say whether a search engine may keep this answer; nothing of a demonstration."""
    head = (getattr(response, "context_data", None) or {}).get("head")
    return response.status_code == 200 and isinstance(head, PublicHead) and not settings.DEMONSTRATION


def first_words(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """The beginning of a text in whole words, at most `length` characters, on one line."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    kept = words[: length - 1]
    return f"{kept.rsplit(' ', 1)[0]}…"
