"""Every address of the URLconf as one row of the matrix, and what counts as a refusal.

Row: `"office:lists": {"allowed": {Role.DATA_STEWARD}, "method": "get", "kwargs": dict or callable, "data": dict}`.
`args` (a list) and `method` default to none and GET.
`kwargs` and `data` may be callables without arguments; they run with the database open. Instead of `allowed`:
`"public": True` (anybody), `"holder": True` (only who opened her page with her code), `"gate": True` (a prefix with
rules of its own behind it; `path` is asked for), `"own": True` (one's own account, whatever the role).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, URLResolver, get_resolver

from tests.integration.office import role_matrix
from tests.integration.office.role_matrix import others

# One row each for what others wrote; the gate before it is ours.
GATES = {"cms/": "gate:cms", "documents/": "gate:documents", "media/": "gate:media"}
REFUSED = {401, 403, 404}


def names() -> list[str]:
    """All addresses by name; one without a name by its pattern."""
    return sorted(set(_walk(get_resolver().url_patterns, "", ())))


def _walk(patterns, route: str, spaces: tuple[str, ...]) -> Iterator[str]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            text = str(entry.pattern)
            if text in GATES:
                yield GATES[text]
                continue
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry.url_patterns, route + text, inner)
        elif isinstance(entry, URLPattern):
            yield ":".join((*spaces, entry.name)) if entry.name else route + str(entry.pattern)


def rows() -> dict[str, dict]:
    """All rows of `role_matrix/`. A row that stands in two modules fails; `others` only fills what is missing."""
    found: dict[str, dict] = {}
    for module in iter_modules(role_matrix.__path__):
        if module.name != "others":
            for name, row in import_module(f"{role_matrix.__name__}.{module.name}").ROWS.items():
                assert name not in found, f"{name} stands in two modules"
                found[name] = row
    return {**others.ROWS, **found}


def is_refusal(response) -> bool:
    """Refused: not open, not found, or led away to sign in or to the second factor."""
    if response.status_code in REFUSED:
        return True
    return response.status_code in {301, 302} and response["Location"].startswith(("/staff/", "/cms/login"))
