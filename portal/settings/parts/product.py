"""What the operator of an installation may set."""

import os

from .environment import DATA_DIR, flag, listed

# The displayed name, per language; an operator may use another.
PRODUCT_NAMES = {
    "ar": os.environ.get("PRODUCT_NAME_AR", "سند"),
    "ckb": os.environ.get("PRODUCT_NAME_CKB", "سەنەد"),
    "ku": os.environ.get("PRODUCT_NAME_KU", "Sened"),
    "en": os.environ.get("PRODUCT_NAME_EN", "Sanad"),
}
# Who runs this installation, per language; without a name the pages say that an independent organization does.
OPERATOR_NAMES = {
    "ar": os.environ.get("OPERATOR_NAME_AR", "").strip(),
    "ckb": os.environ.get("OPERATOR_NAME_CKB", "").strip(),
    "ku": os.environ.get("OPERATOR_NAME_KU", "").strip(),
    "en": os.environ.get("OPERATOR_NAME_EN", "").strip(),
}
# Scheme and host under which the public knows this installation; empty: as each visitor asked for it.
PUBLIC_URL = os.environ.get("PUBLIC_URL", "").rstrip("/")
# Where the quick exit leads: a page that anyone may have open.
QUICK_EXIT_URL = os.environ.get("QUICK_EXIT_URL", "https://www.wikipedia.org/")
# A demonstration installation: invented people, banner on every page, demo sign-ins.
DEMONSTRATION = flag("SANAD_DEMONSTRATION", False)
# Languages whose texts native readers have signed (docs/translation.md); the others say that they are being reviewed.
REVIEWED_LANGUAGES = frozenset(listed("REVIEWED_LANGUAGES")) | {"en"}
# A draft nobody comes back to is due for deletion after so many days.
DRAFT_DAYS = 7
# Registrations that come without a proof of work within 24 hours and still go their way; the next ones are checked
# first by people. Nobody is refused (docs/adr/0018).
UNPROVEN_PER_DAY = int(os.environ.get("UNPROVEN_PER_DAY", "200"))
# Drafts begun within two days beyond which those with nothing but the first choice lapse after one day.
DRAFTS_PER_DAY = 2000
# What a person marked as spam may be erased by another person after so many days.
SPAM_DAYS = 30
# A model file of the comparison, such as `manage.py train_linkage` writes; empty: the one that comes with the portal.
LINKAGE_MODEL = os.environ.get("LINKAGE_MODEL", "").strip()
# The style guide at /design/, for whoever builds the pages. Development and tests turn it on; production never does.
STYLE_GUIDE = False
# One line for each erasure, outside the databases; keep a copy away from this machine (docs/data-protection.md).
ERASURE_LEDGER = os.environ.get("ERASURE_LEDGER", "").strip() or str(DATA_DIR / "erasures.jsonl")
