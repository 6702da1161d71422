"""Files of the families: where they lie sealed, how much is taken, and who looks for harmful content."""

import os

from .environment import DATA_DIR

# Sealed contents, outside the folder of media. A backup takes this folder as it is: nothing in it can be read.
SEALED_FILES_DIR = os.environ.get("SEALED_FILES_DIR") or str(DATA_DIR / "sealed")
# One file, and all of one registration (bytes, count).
EVIDENCE_MAX_BYTES = 25 * 1024 * 1024
EVIDENCE_MAX_TOTAL_BYTES = 200 * 1024 * 1024
EVIDENCE_MAX_FILES = 20
# All files of registrations that people have still to check first (bytes): those wait, and may not fill the disk.
EVIDENCE_MAX_UNTRUSTED_BYTES = 2 * 1024 * 1024 * 1024
# A file nobody goes on sending is due for deletion after so many days.
EVIDENCE_UNFINISHED_DAYS = 7
# "clamd", or "none" where no scanner is installed: staff then read beside each file that nobody looked.
EVIDENCE_SCANNER = os.environ.get("EVIDENCE_SCANNER", "none")
CLAMD_ADDRESS = os.environ.get("CLAMD_ADDRESS", "unix:/run/clamav/clamd.ctl")
CLAMD_SECONDS = 60
# How long the address of a file that a member of staff opens is good (seconds).
EVIDENCE_LINK_SECONDS = 5 * 60
