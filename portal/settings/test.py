"""Tests: real databases, real encryption, cheap password hashing, mail kept in memory."""

import os
import tempfile

if "PORTAL_DATA_DIR" not in os.environ:  # processes of one run inherit the first one's; tests/conftest.py removes it
    os.environ["PORTAL_DATA_DIR"] = tempfile.mkdtemp(prefix="sanad-test-")

from .base import *  # noqa: F403
from .parts.databases import DATABASES

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMONSTRATION = False
STYLE_GUIDE = True
EXPORT_NEEDS_APPROVAL = False
# Tests that run the worker themselves wait for no crowd.
COMPARE_TOGETHER_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
RETURN_CODE_ARGON2 = {"memory_cost": 8, "time_cost": 1, "parallelism": 1}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
for _database in DATABASES.values():
    _database["CONN_MAX_AGE"] = 0
    if "sqlite" in _database["ENGINE"]:
        # As with Django's own backend: each process of a run has its own in memory.
        _database["TEST"] = {"NAME": ":memory:"}
