"""What the operator of an installation may set."""

import os

from .environment import flag

# The displayed name, per language; an operator may use another.
PRODUCT_NAMES = {
    "ar": os.environ.get("PRODUCT_NAME_AR", "سند"),
    "ckb": os.environ.get("PRODUCT_NAME_CKB", "سەنەد"),
    "ku": os.environ.get("PRODUCT_NAME_KU", "Sened"),
    "en": os.environ.get("PRODUCT_NAME_EN", "Sanad"),
}
# Where the quick exit leads: a page that anyone may have open.
QUICK_EXIT_URL = os.environ.get("QUICK_EXIT_URL", "https://www.wikipedia.org/")
# A demonstration installation: invented people, banner on every page, demo sign-ins.
DEMONSTRATION = flag("SANAD_DEMONSTRATION", False)
# A draft nobody comes back to is due for deletion after so many days.
DRAFT_DAYS = 7
# The style guide at /design/, for whoever builds the pages. Development and tests turn it on; production never does.
STYLE_GUIDE = False
