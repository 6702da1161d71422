"""The copy of the guides that somebody may keep on a telephone: what it consists of, and the script that keeps it.

Nothing is kept unless she asks for it on the help page. The script reaches no page but the one with the guides: not the
form, not her page, not the office.
"""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

# What the page needs to look and work as it does with a connection.
FILES = (
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components.css",
    "js/exit.js",
    "js/keep.js",
    "css/print.css",
    "images/favicon.svg",
    "images/favicon-32.png",
    "images/favicon-180.png",
)
_SCRIPT = Path(settings.BASE_DIR) / "static" / "js" / "offline-worker.js"


def worker_script(*, language: str, page: bytes) -> str:
    """Return the worker for a language. It differs with every change of the page or a file, so that browsers notice."""
    files = [static(name) for name in FILES]
    version = hashlib.sha256(page + "\n".join(files).encode()).hexdigest()[:16]
    kept = {"name": f"guides-{language}-{version}", "page": reverse("offline:page"), "files": files}
    return f"const KEPT = {json.dumps(kept)};\n{_SCRIPT.read_text()}"
