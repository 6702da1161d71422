"""The editor's search: the database's own, for plain words only.

The library hands quotation marks to SQLite's query language unescaped, and a search for one would end in an error.
"""

import re

from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend

# Signs with a meaning in the query languages of SQLite or PostgreSQL, and what cannot be stored.
_SIGNS = re.compile(r"[\"'\\*():&|!<>^\x00-\x1f\ud800-\udfff]")
_MOST = 200


def plain_words(query):
    """Return the words of a typed query without signs; anything but text is passed on."""
    return " ".join(_SIGNS.sub(" ", query).split())[:_MOST] if isinstance(query, str) else query


class PlainWords(BaseSearchBackend):
    """Cleans the query before any backend sees it."""

    def search(self, query, *args, **kwargs):
        """Whole words."""
        return super().search(plain_words(query), *args, **kwargs)

    def autocomplete(self, query, *args, **kwargs):
        """Beginnings of words."""
        return super().autocomplete(plain_words(query), *args, **kwargs)


def SearchBackend(params):
    """Return the backend for the database in use."""
    backend = type(database.SearchBackend(params))
    return type(f"PlainWords{backend.__name__}", (PlainWords, backend), {})(params)
