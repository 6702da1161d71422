"""The headers that every answer carries."""

from __future__ import annotations

from .addresses import EDITOR

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# The two pages on which somebody may ask for a copy of the guides.
MAY_START_A_WORKER = ("/help/", "/help/offline/")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy(response) -> dict[str, str]:
    parts = (part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";") if part.strip())
    return {part[0]: part[1] if len(part) > 1 else "" for part in parts}


def wrong_headers(path: str, response) -> list[str]:
    """What is missing or other than it should be."""
    expected = dict(ALWAYS)
    wrong = []
    if path.startswith(EDITOR):
        expected.pop("X-Frame-Options")
        if response.get("X-Frame-Options") not in {"DENY", "SAMEORIGIN"}:
            wrong.append("X-Frame-Options")
        if (
            policy(response).get("default-src") not in {"'self'", "'none'"}
            or "*" in response["Content-Security-Policy"]
        ):
            wrong.append("Content-Security-Policy")
    elif policy(response) != STRICT | ({"worker-src": "'self'"} if path.endswith(MAY_START_A_WORKER) else {}):
        wrong.append("Content-Security-Policy")
    if "Content-Security-Policy-Report-Only" in response or "," in response["Content-Security-Policy"]:
        wrong.append("a second policy")
    wrong += [name for name, value in expected.items() if response.get(name) != value]
    if "no-store" not in response.get("Cache-Control", "") and not path.startswith("/static/"):
        wrong.append("Cache-Control")
    return wrong
