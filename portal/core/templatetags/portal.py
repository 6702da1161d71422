"""Template tags every page uses: icons, names, references and dates as components, and lists for components (floor 0).

A value is written by its component in `templates/components/`, without blanks around it, so that it fits any sentence.
"""

from collections.abc import Sequence
from datetime import date as calendar_date
from datetime import datetime
from typing import Any

from django import template
from django.template import defaultfilters
from django.template.loader import get_template
from django.urls import translate_url
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language

from portal.core.dates import read_date_or_none
from portal.core.digits import in_digits, in_sentence, write_number
from portal.core.icons import icons
from portal.core.languages import LANGUAGES, Language, guess_name_language, language, script_of
from portal.core.readings import read_field

register = template.Library()


def _component(name: str, /, **parameters: Any) -> SafeString:
    """A component's markup without the line breaks of its file. Its template escapes what it is given."""
    return mark_safe(get_template(f"components/{name}.html").render(parameters).strip())  # noqa: S308


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing from our own sprite, `static/images/icons.svg`, beside words, never alone."""
    return _component("icon", icon=icons()[name])


@register.simple_tag
def person_name(text: str, pieces: Sequence[tuple[str, bool]] = ()) -> SafeString:
    """A person's name in its own script, isolated, with `lang` and `dir`; `pieces` are the text, some of it marked."""
    code = guess_name_language(text or "")
    lang = {"kmr": "ku-Latn"}.get(code, code)
    return _component("person_name", text=text or "", lang=lang, direction=direction(text), pieces=pieces)


@register.filter
def direction(text: str | None) -> str:
    """Which way a text runs that somebody wrote, where nothing finds it out by itself: a paper knows no `auto`."""
    return "rtl" if script_of(str(text or "")) == "Arab" else "ltr"


@register.simple_tag
def reference(text: str) -> SafeString:
    """A reference, telephone number or code: monospaced, left to right, the same in all languages; nothing for none."""
    return _component("reference", text=text) if text else SafeString()


@register.simple_tag
def date(value: calendar_date | datetime | None, form: str = "DATE_FORMAT") -> SafeString:
    """A full date or, with `DATETIME_FORMAT`, a moment; with `YEAR_MONTH_FORMAT` its month alone; nothing for none."""
    if not value:
        return SafeString()
    local = localtime(value) if isinstance(value, datetime) else value
    shapes = {"DATETIME_FORMAT": "%Y-%m-%dT%H:%M%z", "YEAR_MONTH_FORMAT": "%Y-%m"}
    return _component("date", words=date_in_digits(local, form), machine=local.strftime(shapes.get(form, "%Y-%m-%d")))


@register.simple_tag(name="partial_date")
def partial_date_for_machines(text: str) -> SafeString:
    """EDTF text in the reader's language, with what a machine can read of it; nothing for none."""
    if not text:
        return SafeString()
    read = read_date_or_none(text)
    is_exact = read is not None and not read.is_about and read.precision in {"day", "month", "year"}
    return _component("date", words=partial_date(text), machine=read.text if read and is_exact else "")


@register.simple_tag
def listed(*things: Any) -> list[Any]:
    """The arguments as a list: the headings of a table, points, the fields of an inset."""
    return list(things)


@register.simple_tag
def pairs(*things: Any) -> list[dict[str, Any]]:
    """Labels and values in turn, for the component `facts`; a label without a value is left out, nought is one."""
    told = zip(things[::2], things[1::2], strict=True)
    return [{"label": label, "value": value} for label, value in told if value not in (None, "")]


@register.simple_tag
def language_name(code: str) -> SafeString:
    """A language in its own name, marked as such."""
    entry = language(code)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', entry.html, entry.direction, entry.native)


@register.filter
def partial_date(text: str) -> str:
    """EDTF text in the reader's language; unreadable text is shown as it stands."""
    read = read_date_or_none(text or "")
    return read.display() if read else (text or "")


@register.filter
def number(value: Any) -> Any:
    """A count or measure in the reader's digits; in `blocktranslate count` it still chooses the plural form."""
    return write_number(value)


@register.filter(is_safe=True)
def digits(sentence: Any) -> Any:
    """A sentence of ours, a hint or an error that holds numbers; references and the like in it stay as they are."""
    return in_sentence(str(sentence))


@register.filter(name="date", expects_localtime=True, is_safe=False)
def date_in_digits(value: calendar_date | datetime | None, style: str | None = None) -> str:
    """Django's filter of this name, in the reader's digits. A pattern such as `Y-m-d` is for machines: always 0-9."""
    written = defaultfilters.date(value, style)
    return in_digits(written) if style is None or style.endswith("_FORMAT") else written


@register.simple_tag
def in_language(instance, field: str, *, is_ours: bool = False) -> SafeString | str:
    """A translated field in the reader's language; the nearest other language is marked with `lang` and `dir`.

    In sentences that are ours (`is_ours`) numbers take the reader's digits; names and another language keep theirs.
    """
    reading = read_field(instance, field)
    if not reading.is_fallback:
        return conditional_escape(in_sentence(reading.text) if is_ours else reading.text)
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', reading.language.html, reading.language.direction, reading.text
    )


@register.simple_tag
def other_language(instance, field: str) -> Language | None:
    """The language in which a reader finds a translated field, where it does not exist in her own."""
    reading = read_field(instance, field)
    return reading.language if reading.is_fallback else None


@register.simple_tag
def words_in_language(instance, field: str) -> str:
    """The same without a mark, for a page's title and for attributes, where no element may stand."""
    return read_field(instance, field).text


@register.simple_tag(takes_context=True)
def language_switch(context: dict) -> list[dict]:
    """The four languages with the address of the same page in each.

    A page that organizations wrote knows its own translations (`language_urls`); it need not exist in every language.
    """
    request = context.get("request")
    path = request.get_full_path() if request else "/"
    current = language(get_language()).code
    known = context.get("language_urls")
    if known is not None:
        known = {code: known.get(code, f"/{code}/") for code in LANGUAGES}
    return [
        {
            "language": entry,
            "url": known[entry.code] if known else _in_language(path, entry.code),
            "is_current": entry.code == current,
        }
        for entry in LANGUAGES.values()
    ]


def _in_language(path: str, code: str) -> str:
    translated = translate_url(path, code)
    return translated if translated.startswith(f"/{code}/") else f"/{code}/"
