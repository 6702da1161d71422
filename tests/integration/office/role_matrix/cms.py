"""Public pages about proceedings: open to everybody, and the same for everybody."""

from tests.factories.proceedings import make_proceeding


def _slug() -> dict[str, str]:
    return {"slug": make_proceeding().slug}


ROWS = {
    "proceedings:index": {"public": True, "method": "get", "kwargs": {}},
    "proceedings:detail": {"public": True, "method": "get", "kwargs": _slug},
}
