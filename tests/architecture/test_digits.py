"""Law: one module writes numbers and dates for people, so that all of them have the digits the reader chose."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import ours

WRITERS = {"portal/core/digits.py", "portal/core/templatetags/portal.py"}
# What writes a number or a date in the language, but not in the reader's digits.
FORBIDDEN = {
    "django.utils.formats": None,
    "django.utils.dateformat": None,
    "django.utils.numberformat": None,
    "django.template.defaultfilters": {"date", "time", "floatformat", "filesizeformat"},
}


def writes(source: str) -> Iterator[str]:
    """Each name a module takes from there."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                known = FORBIDDEN.get(node.module or "", set())
                is_module = whole in FORBIDDEN and FORBIDDEN[whole] is None
                if is_module or known is None or name.name in known:
                    yield whole
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if FORBIDDEN.get(name.name, set()) is None)


def test_one_module_writes_numbers_and_dates() -> None:
    found = [
        f"{path}: {name}"
        for path, text in ours(".py", under=("portal", "cms"))
        if path not in WRITERS
        for name in writes(text)
    ]
    assert found == []


def test_the_law_catches_a_bad_sample() -> None:
    assert list(writes("from django.utils.formats import date_format")) == ["django.utils.formats.date_format"]
    assert list(writes("from django.utils import formats, timezone")) == ["django.utils.formats"]
    assert list(writes("import django.utils.dateformat")) == ["django.utils.dateformat"]
    assert list(writes("from django.template.defaultfilters import date, slugify")) == [
        "django.template.defaultfilters.date"
    ]
    assert list(writes("from portal.core.digits import write_date\nfrom django.template import defaultfilters")) == []
