"""WSGI entry point."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application
from django.urls import is_valid_path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
application = get_wsgi_application()

# Each statement to the database lets another thread of the process run; the one that holds SQLite's lock gets its turn
# back after half a millisecond instead of five (ADR 0025).
sys.setswitchinterval(0.0005)

# What is loaded now stays for good, and a full collection need not walk it: half a million objects take a quarter of a
# second, now and then in the middle of somebody's page. Whether an address is valid loads all views.
is_valid_path("/")
gc.collect()
gc.freeze()
