"""Public pages about proceedings, guides to keep and pictures: open to everybody, and the same for everybody."""

from tests.factories.proceedings import make_proceeding


def _slug() -> dict[str, str]:
    return {"slug": make_proceeding().slug}


ROWS = {
    "figures:index": {"public": True, "method": "get", "kwargs": {}},
    "proceedings:index": {"public": True, "method": "get", "kwargs": {}},
    "proceedings:detail": {"public": True, "method": "get", "kwargs": _slug},
    "offline:page": {"public": True, "method": "get", "kwargs": {}},
    "offline:worker": {"public": True, "method": "get", "kwargs": {}},
    # What of it is for editors only is told apart in tests/integration/cms/test_pictures.py.
    "gate:media": {"public": True, "path": "/media/images/none.jpg"},
}
