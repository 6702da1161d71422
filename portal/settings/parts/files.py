"""Static files (served by WhiteNoise, compressed) and media."""

import os

from .environment import BASE_DIR, DATA_DIR

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("PORTAL_STATIC_ROOT") or str(DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
NODE_MODULES_DIR = BASE_DIR / "node_modules"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = None
