"""WSGI entry point."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
application = get_wsgi_application()

# Each statement to the database lets another thread of the process run; the one that holds SQLite's lock gets its turn
# back after half a millisecond instead of five (ADR 0025).
sys.setswitchinterval(0.0005)
