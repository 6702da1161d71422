"""Every address of the URLconf with values put in for its parts: a new address is tested without being named here."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern
from django.utils.regex_helper import normalize

LANGUAGES = ("ar", "ckb", "ku", "en")
EDITOR = "/cms/"
# Answers differ for every one of these, so all of them are asked for; other parts take one value each.
SLUGS = ("missing", "help", "money", "wrong_record", "not_missing", "lost_code", "wording", "plain", "discreet")
_PART = re.compile(r"%\((\w+)\)s")
# An address with two keys: every first one with so many of the second.
_OF_A_SECOND_KEY = 3
_LEAVING = {"family:sign-out", "family:leave", "family:stop"}


@dataclass(frozen=True)
class Address:
    """One address: its name, its form with `%(part)s`, and each part's converter (`str` in a regular expression)."""

    name: str
    form: str
    parts: dict[str, str] = field(default_factory=dict, hash=False)
    is_prefixed: bool = False

    @property
    def is_editor(self) -> bool:
        return self.form.startswith("cms/")

    @property
    def ends_visit(self) -> bool:
        return "logout" in self.name or self.name in _LEAVING

    def paths(self, values: dict[str, list[str]]) -> Iterator[str]:
        """All paths that the values give: by the part's name, else by its converter. Those that do not fit fall out."""
        names = _PART.findall(self.form)
        choices = [values.get(name) or values.get(self.parts.get(name, "str")) or ["1"] for name in names]
        for place in range(1, len(names)):
            if self.parts.get(names[place]) == "uuid":
                choices[place] = choices[place][:_OF_A_SECOND_KEY]
        for chosen in itertools.product(*choices):
            path = self.form % dict(zip(names, chosen, strict=True))
            for language in LANGUAGES if self.is_prefixed else ("",):
                yield f"/{language}/{path}" if language else f"/{path}"


def addresses() -> list[Address]:
    """All of them, in the order of the URLconf."""
    return list(_walk(get_resolver().url_patterns, "", {}, False, ()))


def html_pages(
    client: Client,
    fitting: Callable[[Address], dict[str, list[str]]],
    *,
    is_staff: bool,
    languages: tuple[str, ...] = LANGUAGES,
) -> Iterator[tuple[str, HttpResponse]]:
    """Every page that answers with HTML: `/<language>/…` to the public, the rest to staff. The editor is not ours.

    `fitting` gives the values for the parts of an address. An address that cannot be read is asked once: it refuses
    whatever stands in its parts.
    """
    for address in addresses():
        if address.is_editor or address.ends_visit or address.is_prefixed is is_staff:
            continue
        for path in address.paths(fitting(address)):
            if not is_staff and path.split("/")[1] not in languages:
                continue
            response = client.get(path)
            if not response.streaming and "html" in response.get("Content-Type", "") and not _leads_on(response):
                yield path, response
            if response.status_code == 405:
                break


def _leads_on(response: HttpResponse) -> bool:
    return response.status_code in {301, 302}


def _walk(patterns, before: str, parts: dict, is_prefixed: bool, spaces: tuple[str, ...]) -> Iterator[Address]:
    for entry in patterns:
        if isinstance(entry, URLResolver) and isinstance(entry.pattern, LocalePrefixPattern):
            yield from _walk(entry.url_patterns, before, parts, True, spaces)
            continue
        for text, names in _forms(entry.pattern):
            form, known = before + text, parts | names
            if isinstance(entry, URLResolver):
                inner = (*spaces, entry.namespace) if entry.namespace else spaces
                yield from _walk(entry.url_patterns, form, known, is_prefixed, inner)
            elif isinstance(entry, URLPattern):
                yield Address(":".join((*spaces, entry.name or form)), form, known, is_prefixed)


def _forms(pattern) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(pattern, RoutePattern):
        kinds = {
            name: type(kind).__name__.removesuffix("Converter").lower() for name, kind in pattern.converters.items()
        }
        yield re.sub(r"<(?:\w+:)?(\w+)>", r"%(\1)s", str(pattern)), kinds
    elif isinstance(pattern, RegexPattern):
        for text, names in normalize(str(pattern).removeprefix("^").removesuffix("$")):
            yield text, dict.fromkeys(names, "str")
