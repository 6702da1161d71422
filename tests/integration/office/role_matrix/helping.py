"""A helper's own pages. What others began is not found, whatever the role."""

from uuid import uuid4

from portal.accounts.enums import Role

_HELPER = {Role.ORGANIZATION_CASEWORKER}

ROWS = {
    "helping:list": {"allowed": _HELPER},
    # Without an organization she is led back to her list.
    "helping:kept": {"allowed": _HELPER},
    "helping:new": {"allowed": _HELPER},
    "helping:open": {"allowed": set(), "kwargs": {"key": uuid4()}, "method": "post"},
    "helping:delete": {"allowed": set(), "kwargs": {"key": uuid4()}, "method": "post"},
    "helping:receipt": {"allowed": set(), "kwargs": {"key": uuid4(), "style": "plain"}},
}
