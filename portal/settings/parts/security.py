"""Cookies, headers, content security policy, keys and request limits."""

import os

from .environment import DATA_DIR, listed

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
# Gone with the browser's window; a year would be a trace.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.core.views.forbidden_form"
# Idle limits in seconds: a family's page, a staff screen.
HOLDER_IDLE_SECONDS = 10 * 60
STAFF_IDLE_SECONDS = 30 * 60

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 5
# A detainee list may be larger than a form; it has its own ceiling (bytes).
IMPORT_MAX_BYTES = 25 * 1024 * 1024
# A spoken question: some minutes of speech, and not more than an old telephone loads in patience.
RECORDING_MAX_BYTES = 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        # Questions as people speak them.
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        # Nobody starts a worker but the help page and the page it keeps (cms/offline.py).
        "worker-src": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
# Wagtail's editor writes inline styles and evaluates handlers: relaxed under its own prefix only.
EDITOR_CONTENT_SECURITY_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'self'"],
}

# Secrets: the key-encryption key, the blind-index key and the pepper. Files in KEYS_DIR or variables SANAD_KEK, ...
KEYS_DIR = os.environ.get("PORTAL_KEYS_DIR") or str(DATA_DIR / "secrets")
# Missing secrets are made on the first run; production refuses instead.
KEYS_CREATE_MISSING = True
# Bits kept of a blind-index token: it narrows, it never identifies. A new size is a new version.
BLIND_INDEX_BITS = 16
BLIND_INDEX_VERSION = 1
# At most so many narrowed records are decrypted and ranked for one search.
SEARCH_DECRYPT_LIMIT = 500
# How much one person reads within an hour and a day before we ask who it is; at twice of it nothing more is read.
# "" holds for all. PORTAL_READING_BUDGETS names what a role has instead: "reviewer=80/320,caseworker=40/160".
READING_BUDGETS: dict[str, dict[str, tuple[int, int]]] = {
    "record": {"": (50, 200)},
    "names": {"": (1000, 4000)},
}
for _role, _, _numbers in (entry.partition("=") for entry in listed("PORTAL_READING_BUDGETS")):
    _hour, _, _day = _numbers.partition("/")
    READING_BUDGETS["record"][_role.strip()] = (int(_hour), int(_day))
# Lists of possible matches leave the installation only with an approved request; development and tests say otherwise.
EXPORT_NEEDS_APPROVAL = True
